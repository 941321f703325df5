/* A project for the comparison: points, sources, and passages spread over both; and a grid with nothing in it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "bench/telaah-bench-grid.h"

#include <glib/gstdio.h>
#include <stdlib.h>

#include "bench/telaah-bench.h"

#define BYTES 20000    /* of a source */
#define BATCH 1000     /* passages a verb */

static void
check (gboolean      done,
       const GError *error)
{
  if (done)
    return;

  g_printerr ("%s: %s\n", g_get_prgname (), error->message);
  exit (EXIT_FAILURE);
}

static void
import (TelaahBenchGrid *self,
        guint            n_sources)
{
  g_autoptr(GPtrArray) documents = g_ptr_array_new_with_free_func ((GDestroyNotify) telaah_document_free);
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < n_sources; i++)
    {
      TelaahDocument *document = g_new0 (TelaahDocument, 1);
      g_autofree char *body = telaah_bench_dup_text (BYTES);

      /* No two texts are the same. */
      document->file_name = g_strdup_printf ("source-%u.txt", i + 1);
      document->text = telaah_text_new (g_strdup_printf ("%u. %s", i + 1, body));
      document->sha256 = telaah_text_dup_sha256 (document->text);
      document->encoding = g_strdup ("UTF-8");
      g_ptr_array_add (documents, document);
    }

  self->sources = telaah_session_import (self->session, documents, FALSE, NULL, &error);
  check (self->sources != NULL, error);
}

static void
add_themes (TelaahBenchGrid *self,
            guint            n_points)
{
  self->themes = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n_points; i++)
    {
      g_autofree char *name = g_strdup_printf ("Tema %u", i + 1);
      g_autoptr(GError) error = NULL;
      char *id = telaah_session_add_theme (self->session, name, NULL, NULL, NULL, &error);

      check (id != NULL, error);
      g_ptr_array_add (self->themes, id);
    }
}

/* Cell after cell, and from the start again. */
static void
add_passages (TelaahBenchGrid *self,
              guint            n_passages)
{
  g_autofree TelaahTagging *taggings = g_new0 (TelaahTagging, BATCH);
  const char *under[BATCH][2] = { 0 };

  for (guint done = 0; done < n_passages;)
    {
      guint n = MIN (BATCH, n_passages - done);
      g_autoptr(GPtrArray) ids = NULL;
      g_autoptr(GError) error = NULL;

      for (guint i = 0; i < n; i++, done++)
        {
          guint start = 10 + done / self->sources->len * 37 % (BYTES - 400);

          under[i][0] = self->themes->pdata[done / self->sources->len % self->themes->len];
          taggings[i] = (TelaahTagging) {
            .source = self->sources->pdata[done % self->sources->len],
            .span = { start, start + 40 + done % 60 },
            .themes = under[i],
          };
        }

      ids = telaah_session_tag_all (self->session, taggings, n, &error);
      check (ids != NULL, error);
    }
}

TelaahBenchGrid *
telaah_bench_grid_new (const char *name,
                       guint       n_points,
                       guint       n_sources,
                       guint       n_passages)
{
  TelaahBenchGrid *self = g_new0 (TelaahBenchGrid, 1);
  g_autofree char *file = g_strconcat (name, ".telaah", NULL);
  g_autoptr(GError) error = NULL;

  self->folder = g_dir_make_tmp ("telaah-bench-XXXXXX", &error);
  check (self->folder != NULL, error);
  self->path = g_build_filename (self->folder, file, NULL);
  self->session = telaah_session_create (self->path, "Bench", NULL, "id", &error);
  check (self->session != NULL, error);

  import (self, n_sources);
  add_themes (self, n_points);
  add_passages (self, n_passages);

  return self;
}

void
telaah_bench_grid_free (TelaahBenchGrid *self)
{
  static const char *const suffixes[] = { "", "-wal", "-shm" };

  g_clear_object (&self->session);
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *file = g_strconcat (self->path, suffixes[i], NULL);

      g_remove (file);
    }

  g_rmdir (self->folder);
  g_ptr_array_unref (self->sources);
  g_ptr_array_unref (self->themes);
  g_free (self->path);
  g_free (self->folder);
  g_free (self);
}

/* One passage more, by numbers. */
void
telaah_bench_grid_tag (TelaahBenchGrid *self,
                       guint            point,
                       guint            source)
{
  const char *const themes[] = { self->themes->pdata[point], NULL };
  guint start = 20 + self->n_tags++ * 53 % (BYTES - 400);
  const TelaahTagging tagging = {
    .source = self->sources->pdata[source], .span = { start, start + 17 }, .themes = themes,
  };
  g_autoptr(GError) error = NULL;
  g_autofree char *id = telaah_session_tag (self->session, &tagging, &error);

  check (id != NULL, error);
}

/* ---- GTK's own ---- */

static void
set_up_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item)
{
  gtk_list_item_set_child (item, gtk_label_new (NULL));
}

/* As many rows and columns, of labels without words. */
GtkWidget *
telaah_bench_empty_view_new (guint n_rows,
                             guint n_columns)
{
  GListStore *store = g_list_store_new (GTK_TYPE_STRING_OBJECT);
  GtkWidget *view;

  for (guint i = 0; i < n_rows; i++)
    {
      g_autoptr(GtkStringObject) row = gtk_string_object_new ("");

      g_list_store_append (store, row);
    }

  view = gtk_column_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (store))));
  for (guint i = 0; i < n_columns; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr(GtkColumnViewColumn) column = gtk_column_view_column_new ("", factory);

      g_signal_connect (factory, "setup", G_CALLBACK (set_up_cb), NULL);
      gtk_column_view_column_set_fixed_width (column, 180);
      gtk_column_view_append_column (GTK_COLUMN_VIEW (view), column);
    }

  return view;
}
