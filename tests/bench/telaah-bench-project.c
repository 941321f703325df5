/* A project to measure on: text of our own making, and passages all over it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "bench/telaah-bench.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <glib/gstdio.h>

#define PARAGRAPH 600     /* bytes */
#define BATCH     1000    /* passages a verb, while the project is made */
#define N_THEMES  20

static const char *const words[] = {
  "yang", "dan", "di", "dari", "untuk", "pada", "dengan", "oleh", "akan", "tidak", "sudah", "belum", "masih", "lebih",
  "antara", "setiap", "sebuah", "karena", "sehingga", "bahwa", "ketika", "sementara", "meskipun", "jembatan",
  "pelabuhan",
  "perundingan", "kesepakatan", "perwakilan", "utusan", "negara",
  "kawasan", "tetangga", "pemerintah", "warga", "daerah",
  "kepulauan", "jaringan", "sambungan", "layar", "pesan", "surat", "naskah", "penerjemah", "percakapan", "pertemuan",
  "sidang", "suara", "kepercayaan", "keraguan", "keamanan", "kerahasiaan", "kesenjangan", "keterbukaan", "pelatihan",
  "pengalaman", "pengetahuan", "pembangunan", "perdagangan", "perubahan", "pertanyaan", "memperkuat", "mempertemukan",
  "mengumumkan", "menanggapi", "menjelaskan", "membandingkan", "menyiapkan", "memanfaatkan", "dipertimbangkan",
  "ditinggalkan", "bertukar", "berbeda", "bersama",
  "terlambat", "perlahan", "“terbuka”", "juru bahasa", "garis pantai",
};

/* Small, and the same everywhere. */
static guint32
draw (guint32 *state,
      guint32  below)
{
  *state ^= *state << 13;
  *state ^= *state >> 17;
  *state ^= *state << 5;

  return *state % below;
}

/**
 * telaah_bench_dup_text:
 *
 * Returns: (transfer full): sentences in paragraphs of some 600 bytes, the same at each call
 */
char *
telaah_bench_dup_text (gsize n_bytes)
{
  GString *text = g_string_sized_new (n_bytes + PARAGRAPH);
  guint32 state = 20231117;
  gsize paragraph = 0;

  while (text->len < n_bytes)
    {
      gsize start = text->len;

      for (guint n = 8 + draw (&state, 16); n > 0; n--)
        g_string_append_printf (text, "%s%s", words[draw (&state, G_N_ELEMENTS (words))],
                                n == 1 ? "." : draw (&state, 12) == 0 ? ", " : " ");
      text->str[start] = g_ascii_toupper (text->str[start]);

      if (text->len - paragraph > PARAGRAPH / 2 + draw (&state, PARAGRAPH))
        {
          g_string_append_c (text, '\n');
          paragraph = text->len;
        }
      else
        g_string_append_c (text, ' ');
    }

  return g_string_free (text, FALSE);
}

/* What can't be made can't be measured. */
static void
check (gconstpointer  made,
       const GError  *error)
{
  if (made != NULL)
    return;

  g_printerr ("%s: %s\n", g_get_prgname (), error != NULL ? error->message : g_strerror (errno));
  exit (EXIT_FAILURE);
}

static void
import (TelaahBenchProject *self,
        gsize               n_bytes)
{
  g_autoptr(GPtrArray) documents = g_ptr_array_new_with_free_func ((GDestroyNotify) telaah_document_free);
  TelaahDocument *document = g_new0 (TelaahDocument, 1);
  g_autoptr(GPtrArray) ids = NULL;
  g_autoptr(GError) error = NULL;

  document->file_name = g_strdup ("bench.txt");
  document->text = telaah_text_new (telaah_bench_dup_text (n_bytes));
  document->sha256 = telaah_text_dup_sha256 (document->text);
  document->encoding = g_strdup ("UTF-8");
  g_ptr_array_add (documents, document);

  ids = telaah_session_import (self->session, documents, FALSE, NULL, &error);
  check (ids, error);
  self->source = g_strdup (ids->pdata[0]);
}

static GPtrArray *
add_themes (TelaahBenchProject *self)
{
  GPtrArray *themes = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < N_THEMES; i++)
    {
      g_autofree char *name = g_strdup_printf ("Tema %u", i + 1);
      g_autoptr(GError) error = NULL;
      char *id = telaah_session_add_theme (self->session, name, i % 4 == 0 ? NULL : themes->pdata[i - i % 4], NULL,
                                           NULL, &error);

      check (id, error);
      g_ptr_array_add (themes, id);
    }

  self->theme = g_strdup (themes->pdata[0]);
  return themes;
}

/* Spread evenly over the text, of 20 to 140 characters, every tenth with a note and every fifth under two themes. */
static void
add_passages (TelaahBenchProject *self,
              GPtrArray          *themes)
{
  g_autofree TelaahTagging *taggings = g_new0 (TelaahTagging, BATCH);
  const char *under[BATCH][3] = { 0 };
  TelaahSource *source = telaah_session_find_source (self->session, self->source);
  guint characters = telaah_source_fields (source)->characters - 150;

  for (guint done = 0, n; done < self->n_passages; done += n)
    {
      g_autoptr(GPtrArray) ids = NULL;
      g_autoptr(GError) error = NULL;

      n = MIN (BATCH, self->n_passages - done);
      for (guint i = 0; i < n; i++)
        {
          guint start = (guint64) (done + i) * characters / self->n_passages;
          guint theme = draw (&self->random, N_THEMES);

          under[i][0] = themes->pdata[theme];
          under[i][1] = (done + i) % 5 == 0 ? themes->pdata[(theme + 1) % N_THEMES] : NULL;
          taggings[i] = (TelaahTagging) {
            .source = self->source,
            .span = { start, start + 20 + draw (&self->random, 121) },
            .themes = under[i],
            .note = (done + i) % 10 == 0 ? "Siapa yang menanggungnya?" : NULL,
          };
        }

      ids = telaah_session_tag_all (self->session, taggings, n, &error);
      check (ids, error);
    }
}

/**
 * telaah_bench_project_new:
 * @n_bytes: of its text
 *
 * In a folder of its own below the working directory, which is on a disk where /tmp may not be.
 */
TelaahBenchProject *
telaah_bench_project_new (gsize n_bytes,
                          guint n_passages)
{
  TelaahBenchProject *self = g_new0 (TelaahBenchProject, 1);
  g_autoptr(GPtrArray) themes = NULL;
  g_autofree char *log = NULL;
  g_autoptr(GError) error = NULL;

  self->n_passages = n_passages;
  self->random = 1 + n_passages;
  self->folder = g_mkdtemp (g_canonicalize_filename ("bench-XXXXXX", NULL));
  check (self->folder, NULL);
  self->path = g_build_filename (self->folder, "bench.telaah", NULL);
  log = g_build_filename (self->folder, "log", NULL);
  self->log = g_open (log, O_CREAT | O_WRONLY | O_APPEND | O_CLOEXEC, 0600);
  check (self->log >= 0 ? self : NULL, NULL);

  self->session = telaah_session_create (self->path, "Bench", NULL, "id", &error);
  check (self->session, error);
  import (self, n_bytes);
  themes = add_themes (self);
  add_passages (self, themes);

  return self;
}

void
telaah_bench_project_free (TelaahBenchProject *self)
{
  g_autoptr(GDir) dir = NULL;
  const char *name;

  g_clear_object (&self->session);
  close (self->log);
  dir = g_dir_open (self->folder, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (self->folder);

  g_free (self->folder);
  g_free (self->path);
  g_free (self->source);
  g_free (self->theme);
  g_free (self);
}

/* A span of 80 characters somewhere in there. */
TelaahSpan
telaah_bench_project_pick (TelaahBenchProject *self,
                           TelaahSpan          within)
{
  guint start = within.start + draw (&self->random, MAX (within.end - within.start, 81) - 80);

  return (TelaahSpan) { start, start + 80 };
}

/**
 * telaah_bench_project_tag:
 * @within: where
 *
 * Returns: how long the verb took, to its durable end
 */
double
telaah_bench_project_tag (TelaahBenchProject *self,
                          TelaahSpan          within)
{
  const char *themes[] = { self->theme, NULL };
  TelaahTagging tagging = {
    .source = self->source, .span = telaah_bench_project_pick (self, within), .themes = themes,
  };
  g_autoptr(GError) error = NULL;
  double begin = telaah_bench_get_wall ();
  g_autofree char *id = telaah_session_tag (self->session, &tagging, &error);
  double taken = telaah_bench_get_wall () - begin;

  check (id, error);

  return taken;
}

/**
 * telaah_bench_project_append:
 *
 * The least that a durable change can cost: 4 KB more in a file, on the disk.
 *
 * Returns: how long that took
 */
double
telaah_bench_project_append (TelaahBenchProject *self)
{
  static char page[4096];
  double begin = telaah_bench_get_wall ();

  memset (page, draw (&self->random, 256), sizeof page);
  if (write (self->log, page, sizeof page) != sizeof page || fdatasync (self->log) != 0)
    check (NULL, NULL);

  return telaah_bench_get_wall () - begin;
}
