/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "formats/telaah-import.h"

#define BYTES(literal) literal, sizeof (literal) - 1

/* In the folder of this test alone, which GLib removes. */
static GFile *
make_file (const char *name,
           const char *bytes,
           gsize       length)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), name, NULL);
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (g_get_user_data_dir (), 0700), ==, 0);
  g_file_set_contents (path, bytes, length, &error);
  g_assert_no_error (error);

  return g_file_new_for_path (path);
}

static const struct
{
  const char *name;
  const char *file_name;
  const char *bytes;
  gsize       length;
  const char *body;
  const char *encoding;
} texts[] = {
  { "plain",    "artikel.txt",     BYTES ("Satu.\r\n\r\nDua.\n"), "Satu.\n\nDua.\n", "UTF-8" },
  { "markdown", "notes.md",        BYTES ("# *Not* a heading\n\n- item\n"),
    "# *Not* a heading\n\n- item\n", "UTF-8" },
  { "latin",    "caf\u00e9 1.txt", BYTES ("caf\xe9"), "caf\u00e9", "windows-1252" },
  { "no-name",  "README",          BYTES ("\xef\xbb\xbfx"), "x", "UTF-8" },
};

static void
test_read (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autoptr(GFile) file = make_file (texts[row].file_name, texts[row].bytes, texts[row].length);
  g_autoptr(GError) error = NULL;
  g_autoptr(TelaahDocument) document = telaah_document_read (file, NULL, &error);
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, texts[row].body, -1);

  g_assert_no_error (error);
  g_assert_cmpstr (document->file_name, ==, texts[row].file_name);
  g_assert_cmpstr (telaah_text_get_body (document->text), ==, texts[row].body);
  g_assert_cmpstr (document->encoding, ==, texts[row].encoding);
  g_assert_cmpstr (document->sha256, ==, digest);
}

/* The message is for people: it names the file without its folder, and ends as a sentence does. */
static void
assert_fault (GFile *file,
              int    code)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *folder = g_path_get_dirname (g_file_peek_path (file));

  g_assert_null (telaah_document_read (file, NULL, &error));
  g_assert_error (error, TELAAH_IMPORT_ERROR, code);
  g_assert_true (g_str_has_prefix (error->message, name));
  g_assert_true (g_str_has_suffix (error->message, "."));
  g_assert_null (strstr (error->message, folder));
}

static const struct
{
  const char *name;
  const char *file_name;
  const char *bytes;
  gsize       length;
  int         code;
} faults[] = {
  { "empty",       "nothing.txt", BYTES (""), TELAAH_IMPORT_ERROR_EMPTY },
  { "blank",       "blank.md",    BYTES (" \n\t\n"), TELAAH_IMPORT_ERROR_EMPTY },
  { "pdf",         "notes.pdf",   BYTES ("%PDF-1.4\n"), TELAAH_IMPORT_ERROR_BINARY },
  { "pdf-as-text", "notes.txt",   BYTES ("%PDF-1.4\n"), TELAAH_IMPORT_ERROR_BINARY },
  { "data",        "data.bin",    BYTES ("a\0\0b\0"), TELAAH_IMPORT_ERROR_BINARY },
};

static void
test_fault (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autoptr(GFile) file = make_file (faults[row].file_name, faults[row].bytes, faults[row].length);

  assert_fault (file, faults[row].code);
}

static void
test_advice (void)
{
  g_autoptr(GFile) file = make_file ("notes.pdf", "%PDF-1.4\n", 9);
  g_autoptr(GError) error = NULL;

  g_assert_null (telaah_document_read (file, NULL, &error));
  g_assert_cmpstr (error->message, ==,
                   "notes.pdf is not text. Save it as plain text or Markdown and import that.");
}

static void
test_missing (void)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "gone.txt", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);

  assert_fault (file, TELAAH_IMPORT_ERROR_UNREADABLE);
}

static void
test_folder (void)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "articles", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);

  g_assert_cmpint (g_mkdir_with_parents (path, 0700), ==, 0);
  assert_fault (file, TELAAH_IMPORT_ERROR_UNREADABLE);
}

/* Reading it would never end. */
static void
test_device (void)
{
  g_autoptr(GFile) file = g_file_new_for_path ("/dev/zero");

  assert_fault (file, TELAAH_IMPORT_ERROR_UNREADABLE);
}

static void
test_forbidden (void)
{
  g_autoptr(GFile) file = make_file ("secret.txt", "x", 1);

  g_assert_cmpint (g_chmod (g_file_peek_path (file), 0), ==, 0);
  if (g_access (g_file_peek_path (file), R_OK) == 0)
    g_test_skip ("this user may read everything");
  else
    assert_fault (file, TELAAH_IMPORT_ERROR_UNREADABLE);
}

/* Files with holes: they have their size at once and take no room. */
static void
test_too_large (void)
{
  g_autoptr(GFile) file = make_file ("huge.txt", "x", 1);

  g_assert_cmpint (truncate (g_file_peek_path (file), TELAAH_IMPORT_MAX + 1), ==, 0);
  assert_fault (file, TELAAH_IMPORT_ERROR_TOO_LARGE);

  /* As much as may be is read, and seen for what it is. */
  g_assert_cmpint (truncate (g_file_peek_path (file), TELAAH_IMPORT_MAX), ==, 0);
  assert_fault (file, TELAAH_IMPORT_ERROR_BINARY);
}

static void
test_cancelled (void)
{
  g_autoptr(GFile) file = make_file ("artikel.txt", "x", 1);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (telaah_document_read (file, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *path = g_strdup_printf ("/formats/document/read/%s", texts[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_read);
    }

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree char *path = g_strdup_printf ("/formats/document/fault/%s", faults[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_fault);
    }

  g_test_add_func ("/formats/document/advice", test_advice);
  g_test_add_func ("/formats/document/missing", test_missing);
  g_test_add_func ("/formats/document/folder", test_folder);
  g_test_add_func ("/formats/document/device", test_device);
  g_test_add_func ("/formats/document/forbidden", test_forbidden);
  g_test_add_func ("/formats/document/too-large", test_too_large);
  g_test_add_func ("/formats/document/cancelled", test_cancelled);

  return g_test_run ();
}
