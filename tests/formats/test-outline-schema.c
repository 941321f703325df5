/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "formats/outline-fixture.h"

/* Runs validate-outline.py on @json, with @texts where they are given. Returns its exit status. */
static int
validate (const char        *json,
          const char *const *texts,
          guint              n_texts)
{
  g_autofree char *script = g_test_build_filename (G_TEST_DIST, "formats", "validate-outline.py", NULL);
  g_autofree char *schema = g_test_build_filename (G_TEST_DIST, "..", "data", "outline.schema.json", NULL);
  g_autofree char *file = g_build_filename (g_get_user_data_dir (), "outline.json", NULL);
  g_autoptr(GPtrArray) argv = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *out = NULL;
  g_autoptr(GError) error = NULL;
  int status = 0;

  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  g_file_set_contents (file, json, -1, &error);
  g_assert_no_error (error);

  g_ptr_array_add (argv, g_strdup (g_getenv ("TELAAH_TEST_PYTHON")));
  g_ptr_array_add (argv, g_strdup (script));
  g_ptr_array_add (argv, g_strdup (schema));
  g_ptr_array_add (argv, g_strdup (file));
  for (guint i = 0; i < n_texts; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s.%u.txt", file, i);

      g_file_set_contents (path, texts[i], -1, &error);
      g_assert_no_error (error);
      g_ptr_array_add (argv, g_steal_pointer (&path));
    }
  g_ptr_array_add (argv, NULL);

  g_spawn_sync (NULL, (char **) argv->pdata, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &out, NULL,
                &status, &error);
  g_assert_no_error (error);
  g_test_message ("%s", out);

  return g_spawn_check_wait_status (status, &error) ? 0 : error->code;
}

static gboolean
skip_without_python (const char *json)
{
  const char *python = g_getenv ("TELAAH_TEST_PYTHON");

  if (python == NULL || *python == '\0')
    g_test_skip ("python3 is not installed");
  else if (validate (json, NULL, 0) == 77)
    g_test_skip ("jsonschema is not installed for python3");
  else
    return FALSE;

  return TRUE;
}

static void
test_schema (void)
{
  g_autoptr(TelaahOutline) nothing = telaah_outline_new ();
  g_autofree char *empty = telaah_outline_to_json (nothing);
  g_autofree char *json = fixture_json ();
  g_autofree char *color = fixture_replace (json, "#0072b2", "blue");
  g_autofree char *status = fixture_replace (json, "\"status\" : \"silent\"", "\"status\" : \"quiet\"");
  g_autofree char *start = fixture_replace (json, "\"start\" : ", "\"start\" : -");
  g_autofree char *missing = fixture_replace (json, "\"coder\"", "\"coders\"");
  g_autofree char *more = fixture_replace (json, "\"coder\"", "\"more\" : [], \"coder\"");

  g_autofree char *hidden = fixture_replace (json, "\"hidden\" : true", "\"hidden\" : 1");
  g_autofree char *attribute = fixture_replace (json, "\"opini\"", "7");
  g_autofree char *kind = fixture_replace (json, "\"kind\" : \"summary\"", "\"kind\" : \"similarities\"");
  g_autofree char *nowhere = fixture_replace (json, "\"passage\" : \"" ID ("dd") "\"", "\"passage\" : null");
  g_autofree char *both = fixture_replace (json, "\"passage\" : null", "\"passage\" : \"" ID ("dd") "\"");
  g_autofree char *second = fixture_replace (json, "\"secondLanguage\" : \"en\"", "\"secondLanguage\" : 2");

  if (skip_without_python (json))
    return;

  g_assert_cmpint (validate (json, NULL, 0), ==, 0);
  g_assert_cmpint (validate (empty, NULL, 0), ==, 0);
  g_assert_cmpint (validate (hidden, NULL, 0), ==, 1);
  g_assert_cmpint (validate (attribute, NULL, 0), ==, 1);
  g_assert_cmpint (validate (kind, NULL, 0), ==, 1);
  g_assert_cmpint (validate (both, NULL, 0), ==, 1);
  g_assert_cmpint (validate (second, NULL, 0), ==, 1);
  g_assert_cmpint (validate (nowhere, NULL, 0), ==, 1);
  g_assert_cmpint (validate (more, NULL, 0), ==, 0);
  g_assert_cmpint (validate (color, NULL, 0), ==, 1);
  g_assert_cmpint (validate (status, NULL, 0), ==, 1);
  g_assert_cmpint (validate (start, NULL, 0), ==, 1);
  g_assert_cmpint (validate (missing, NULL, 0), ==, 1);
}

/* A template needs no sources and no cells, and what is no template does. */
static void
test_template (void)
{
  g_autoptr(TelaahOutline) outline = fixture_outline ();
  g_autofree char *json = telaah_outline_to_template (outline);
  g_autofree char *whole = fixture_replace (json, "\"template\" : true", "\"template\" : false");
  g_autofree char *question = fixture_replace (json, "\"question\" : \"Siapa", "\"asks\" : \"Siapa");

  if (skip_without_python (json))
    return;

  g_assert_cmpint (validate (json, NULL, 0), ==, 0);
  g_assert_cmpint (validate (whole, NULL, 0), ==, 1);
  g_assert_cmpint (validate (question, NULL, 0), ==, 1);
}

static void
test_quotes (void)
{
  g_autofree char *json = fixture_json ();
  g_autofree char *shifted = fixture_replace (json, "\"start\" : 29", "\"start\" : 28");
  g_autofree char *prefix = fixture_replace (json, "\"prefix\" : \"", "\"prefix\" : \"x");

  if (skip_without_python (json))
    return;

  g_assert_cmpint (validate (json, fixture_texts, 3), ==, 0);
  g_assert_cmpint (validate (json, fixture_texts, 1), ==, 1);
  g_assert_cmpint (validate (shifted, fixture_texts, 3), ==, 1);
  g_assert_cmpint (validate (prefix, fixture_texts, 3), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/formats/outline-schema/faults", test_schema);
  g_test_add_func ("/formats/outline-schema/template", test_template);
  g_test_add_func ("/formats/outline-schema/quotes", test_quotes);

  return g_test_run ();
}
