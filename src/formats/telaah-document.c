/* Reads one text file: plain text and Markdown, kept as they are.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/telaah-import.h"

#include <glib/gi18n-lib.h>

#include "text/telaah-decode.h"

G_DEFINE_QUARK (telaah-import-error-quark, telaah_import_error)

#define BLOCK (256 * 1024)

void
telaah_document_free (TelaahDocument *self)
{
  g_free (self->file_name);
  g_clear_pointer (&self->text, telaah_text_unref);
  g_free (self->sha256);
  g_free (self->encoding);
  g_clear_pointer (&self->proposals, g_array_unref);
  g_free (self);
}

static void
set_too_large (GError     **error,
               const char  *name)
{
  g_autofree char *most = g_format_size_full (TELAAH_IMPORT_MAX, G_FORMAT_SIZE_IEC_UNITS);

  g_set_error (error, TELAAH_IMPORT_ERROR, TELAAH_IMPORT_ERROR_TOO_LARGE,
               _("%s is larger than %s. Split it and import the parts."), name, most);
}

/* Puts what went wrong with a file into words of ours; that the user cancelled stays what it is. */
static void
propagate_io (GError     **error,
              GError      *io,
              const char  *name)
{
  g_autoptr(GError) owned = io;

  if (g_error_matches (owned, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&owned));
  else if (g_error_matches (owned, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_set_error (error, TELAAH_IMPORT_ERROR, TELAAH_IMPORT_ERROR_UNREADABLE,
                 _("%s is not there. Check its name and its folder."), name);
  else if (g_error_matches (owned, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    g_set_error (error, TELAAH_IMPORT_ERROR, TELAAH_IMPORT_ERROR_UNREADABLE,
                 _("%s may not be read by you. Change its permissions or copy it."), name);
  else
    g_set_error (error, TELAAH_IMPORT_ERROR, TELAAH_IMPORT_ERROR_UNREADABLE,
                 _("%s cannot be read: %s"), name, owned->message);
}

/* 0 where the file system does not tell. */
static guint64
size_of (GFileInfo *info)
{
  return g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_STANDARD_SIZE);
}

static gboolean
check_kind (GFileInfo   *info,
            const char  *name,
            GError     **error)
{
  GFileType type = g_file_info_get_attribute_uint32 (info, G_FILE_ATTRIBUTE_STANDARD_TYPE);

  if (type == G_FILE_TYPE_DIRECTORY)
    {
      g_set_error (error, TELAAH_IMPORT_ERROR, TELAAH_IMPORT_ERROR_UNREADABLE,
                   _("%s is a folder. Choose the files in it."), name);
      return FALSE;
    }

  if (type != G_FILE_TYPE_REGULAR)
    {
      g_set_error (error, TELAAH_IMPORT_ERROR, TELAAH_IMPORT_ERROR_UNREADABLE,
                   _("%s is not a regular file. Choose a text file."), name);
      return FALSE;
    }

  if (size_of (info) > TELAAH_IMPORT_MAX)
    {
      set_too_large (error, name);
      return FALSE;
    }

  return TRUE;
}

/* The size that the file had a moment ago is a hint, not a promise. */
static GByteArray *
read_bytes (GFile         *file,
            const char    *name,
            guint64        size,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr(GByteArray) bytes = g_byte_array_sized_new (size + BLOCK);
  g_autoptr(GError) io = NULL;
  g_autoptr(GFileInputStream) stream = g_file_read (file, cancellable, &io);
  gsize n = BLOCK;

  while (stream != NULL && io == NULL && n == BLOCK && bytes->len <= TELAAH_IMPORT_MAX)
    {
      guint before = bytes->len;

      g_byte_array_set_size (bytes, before + BLOCK);
      g_input_stream_read_all (G_INPUT_STREAM (stream), bytes->data + before, BLOCK, &n,
                               cancellable, &io);
      g_byte_array_set_size (bytes, before + n);
    }

  if (io != NULL)
    {
      propagate_io (error, g_steal_pointer (&io), name);
      return NULL;
    }

  if (bytes->len > TELAAH_IMPORT_MAX)
    {
      set_too_large (error, name);
      return NULL;
    }

  return g_steal_pointer (&bytes);
}

static char *
decode (GByteArray  *bytes,
        const char  *name,
        const char **encoding,
        GError     **error)
{
  g_autoptr(GError) fault = NULL;
  char *body = telaah_decode ((const char *) bytes->data, bytes->len, encoding, &fault);

  if (body != NULL)
    return body;

  if (g_error_matches (fault, TELAAH_DECODE_ERROR, TELAAH_DECODE_ERROR_EMPTY))
    g_set_error (error, TELAAH_IMPORT_ERROR, TELAAH_IMPORT_ERROR_EMPTY,
                 _("%s is empty. Choose a file with words in it."), name);
  else
    g_set_error (error, TELAAH_IMPORT_ERROR, TELAAH_IMPORT_ERROR_BINARY,
                 _("%s is not text. Save it as plain text or Markdown and import that."), name);

  return NULL;
}

/**
 * telaah_document_read:
 * @file: a file of plain text or Markdown
 *
 * Returns: (transfer full): what it holds, or %NULL with @error set: %TELAAH_IMPORT_ERROR with a
 *   sentence that names the file, or %G_IO_ERROR_CANCELLED
 */
TelaahDocument *
telaah_document_read (GFile         *file,
                      GCancellable  *cancellable,
                      GError       **error)
{
  g_autofree char *base = NULL, *name = NULL, *body = NULL;
  g_autoptr(GFileInfo) info = NULL;
  g_autoptr(GByteArray) bytes = NULL;
  g_autoptr(GError) io = NULL;
  TelaahDocument *self;
  const char *encoding;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  base = g_file_get_basename (file);
  name = base != NULL ? g_filename_display_name (base) : g_file_get_parse_name (file);
  info = g_file_query_info (file,
                            G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                            G_FILE_QUERY_INFO_NONE, cancellable, &io);
  if (info == NULL)
    {
      propagate_io (error, g_steal_pointer (&io), name);
      return NULL;
    }

  if (!check_kind (info, name, error) ||
      !(bytes = read_bytes (file, name, size_of (info), cancellable, error)) ||
      !(body = decode (bytes, name, &encoding, error)))
    return NULL;

  self = g_new0 (TelaahDocument, 1);
  self->file_name = g_steal_pointer (&name);
  self->text = telaah_text_new (g_steal_pointer (&body));
  self->sha256 = telaah_text_dup_sha256 (self->text);
  self->encoding = g_strdup (encoding);
  self->proposals = telaah_text_propose_marks (self->text, NULL);

  return self;
}
