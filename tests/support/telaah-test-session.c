/* Small projects for tests, and the whole of what a session shows as one text, to hold against another.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "support/telaah-test-session.h"

#include "session/telaah-session-private.h"

TelaahDocument *
telaah_test_document_new (const char *file_name,
                          const char *body)
{
  TelaahDocument *document = g_new0 (TelaahDocument, 1);

  document->file_name = g_strdup (file_name);
  document->text = telaah_text_new (g_strdup (body));
  document->sha256 = telaah_text_dup_sha256 (document->text);
  document->encoding = g_strdup ("UTF-8");

  return document;
}

/**
 * telaah_test_project_new:
 * @name: of the file, in the folder of this test
 * @...: bodies of texts, ended by %NULL; their files are called text-1.txt, text-2.txt, …
 */
TelaahSession *
telaah_test_project_new (const char *name,
                         ...)
{
  g_autoptr(GPtrArray) documents = g_ptr_array_new_with_free_func ((GDestroyNotify) telaah_document_free);
  g_autofree char *path = telaah_test_dup_path (name);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) ids = NULL;
  TelaahSession *session = telaah_session_create (path, "Uji", NULL, "id", &error);
  const char *body;
  va_list args;

  g_assert_no_error (error);
  va_start (args, name);
  while ((body = va_arg (args, const char *)) != NULL)
    {
      g_autofree char *file_name = g_strdup_printf ("text-%u.txt", documents->len + 1);

      g_ptr_array_add (documents, telaah_test_document_new (file_name, body));
    }
  va_end (args);

  ids = telaah_session_import (session, documents, FALSE, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ids->len, ==, documents->len);

  return session;
}

/* Another session of the same user on the same file. */
TelaahSession *
telaah_test_reopen (TelaahSession *session)
{
  g_autoptr(GError) error = NULL;
  TelaahSession *other = telaah_session_open (telaah_session_get_path (session), &error);

  g_assert_no_error (error);
  telaah_session_set_user (other, session->user);

  return other;
}

/* Drops the last reference; a thread that has just ended may hold one a moment longer, and the answer of a job that was
 * cancelled until it is fetched. */
void
telaah_test_let_go (TelaahSession *session)
{
  gpointer alive = session;

  g_object_add_weak_pointer (G_OBJECT (session), &alive);
  g_object_unref (session);
  for (guint i = 0; i < 500 && alive != NULL; i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (10 * 1000);
    }
  g_assert_null (alive);
}

/* Borrowed of the item, which the list keeps; valid until the next change. */
const char *
telaah_test_get_id (GListModel *list,
                    guint       position)
{
  g_autoptr(GObject) item = g_list_model_get_item (list, position);

  g_assert_nonnull (item);
  if (TELAAH_IS_SOURCE (item))
    return telaah_source_fields (TELAAH_SOURCE (item))->id;
  if (TELAAH_IS_THEME (item))
    return telaah_theme_fields (TELAAH_THEME (item))->id;
  if (TELAAH_IS_POINT (item))
    return telaah_point_fields (TELAAH_POINT (item))->id;

  if (TELAAH_IS_SYNONYMS (item))
    return telaah_synonyms_fields (TELAAH_SYNONYMS (item))->id;

  return telaah_passage_fields (TELAAH_PASSAGE (item))->id;
}

/* Tags with the themes that follow, ended by NULL; must succeed. The passage's id, to free. */
char *
telaah_test_tag (TelaahSession *session,
                 const char    *source,
                 guint          start,
                 guint          end,
                 ...)
{
  g_autoptr(GPtrArray) themes = g_ptr_array_new_null_terminated (2, NULL, TRUE);
  g_autoptr(GError) error = NULL;
  TelaahTagging tagging = { .source = source, .span = { start, end } };
  const char *theme;
  va_list args;
  char *id;

  va_start (args, end);
  while ((theme = va_arg (args, const char *)) != NULL)
    g_ptr_array_add (themes, (gpointer) theme);
  va_end (args);

  tagging.themes = (const char *const *) themes->pdata;
  id = telaah_session_tag (session, &tagging, &error);
  g_assert_no_error (error);

  return id;
}

#define TEXT_1 "Diplomasi digital membuka ruang baru. Tantangannya besar: jaringan belum merata. 😀 Indonesia ikut."
#define TEXT_2 "Gawai murah membawa warga ke meja perundingan. Pasar daring tumbuh. Negara belajar mendengar."

void
telaah_test_project_set_up (TelaahTestProject *self,
                            gconstpointer      data)
{
  static const char *const names[] = { "Tantangan", "Manfaat", "Ekonomi" };
  g_autoptr(GError) error = NULL;

  self->session = telaah_test_project_new ("p.telaah", TEXT_1, TEXT_2, NULL);
  self->path = g_strdup (telaah_session_get_path (self->session));
  for (guint i = 0; i < G_N_ELEMENTS (self->sources); i++)
    self->sources[i] = g_strdup (telaah_test_get_id (telaah_session_get_sources (self->session), i));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      self->themes[i] = telaah_session_add_theme (self->session, names[i], i == 2 ? self->themes[1] : NULL,
                                                  NULL, NULL, &error);
      g_assert_no_error (error);
    }
}

void
telaah_test_project_tear_down (TelaahTestProject *self,
                               gconstpointer      data)
{
  telaah_test_assert_live (self->session);
  telaah_test_let_go (self->session);
  for (guint i = 0; i < G_N_ELEMENTS (self->sources); i++)
    g_free (self->sources[i]);
  for (guint i = 0; i < G_N_ELEMENTS (self->themes); i++)
    g_free (self->themes[i]);
  g_free (self->path);
}

/* Lets the main loop run for so long. */
static gboolean
stop_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

void
telaah_test_spin (guint milliseconds)
{
  gboolean stop = FALSE;

  g_timeout_add (milliseconds, stop_cb, &stop);
  while (!stop)
    g_main_context_iteration (NULL, TRUE);
}

/* ---- The whole as one text ---- */

static const char *
or_null (const char *string)
{
  return string != NULL ? string : "NULL";
}

static void
describe_source (TelaahSession *session,
                 GObject       *item,
                 GString       *text)
{
  const TelaahSourceFields *f = telaah_source_fields (TELAAH_SOURCE (item));
  g_autoptr(GPtrArray) attributes = telaah_session_dup_attributes (session, f->id);

  g_assert_true ((gpointer) telaah_session_find_source (session, f->id) == item);
  g_string_append_printf (text, "source %s %s %u %u [%s] [%s] [%s] [%s] [%s] [%s] [%s]: %u passages\n",
                          f->id, f->sha256, f->characters, f->words, or_null (f->title), or_null (f->author),
                          or_null (f->publisher), or_null (f->date), or_null (f->url), or_null (f->language),
                          or_null (f->file_name), telaah_session_count (session, NULL, f->id));
  g_string_append_printf (text, "  hidden %d [%s] [%s] [%s] [%s] [%s] [%s] [%s] [%s], attributes",
                          telaah_session_is_hidden (session, f->id), or_null (f->medium),
                          or_null (f->reading), or_null (f->container), or_null (f->volume), or_null (f->issue),
                          or_null (f->pages), or_null (f->doi), or_null (f->accessed));
  for (guint i = 0; i < attributes->len; i++)
    g_string_append_printf (text, " [%s]", (char *) attributes->pdata[i]);
  g_string_append_c (text, '\n');
}

static void
describe_mark (TelaahSession *session,
               GObject       *item,
               GString       *text)
{
  const TelaahMarkFields *f = telaah_mark_fields (TELAAH_MARK (item));

  g_string_append_printf (text, "mark %s of %s: %u to %u %s %u %s [%s]\n", f->id, f->source, f->span.start, f->span.end,
                          telaah_mark_kind_to_string (f->kind), f->level, telaah_mark_state_to_string (f->state),
                          or_null (f->reason));
}

static void
describe_note (TelaahSession *session,
               GObject       *item,
               GString       *text)
{
  const TelaahNoteFields *n = telaah_note_fields (TELAAH_NOTE (item));

  g_string_append_printf (text, "note %s on %s %s: [%s] %s %s\n", n->id, n->kind, n->target, n->text, n->coder,
                          n->created);
}

static void
describe_theme (TelaahSession *session,
                GObject       *item,
                GString       *text)
{
  const TelaahThemeFields *f = telaah_theme_fields (TELAAH_THEME (item));
  GListModel *sources = telaah_session_get_sources (session);

  g_assert_true ((gpointer) telaah_session_find_theme (session, f->id) == item);
  g_string_append_printf (text, "theme %s below %s: [%s] %s %s [%s] digit %u depth %u: %u =", f->id,
                          or_null (f->parent), f->name, or_null (f->color), telaah_session_get_color (session, f->id),
                          or_null (f->description), f->digit, f->depth, telaah_session_count (session, f->id, NULL));
  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    g_string_append_printf (text, " %u", telaah_session_count (session, f->id, telaah_test_get_id (sources, i)));
  g_string_append_c (text, '\n');
}

static void
describe_links (TelaahSession *session,
                const char    *point,
                const char    *source,
                GString       *text)
{
  g_autoptr(GPtrArray) links = telaah_session_dup_links (session, point, source);

  for (guint i = 0; i < links->len; i++)
    {
      const TelaahLinkFields *f = telaah_link_fields (links->pdata[i]);

      g_string_append_printf (text, "    link %s of %s: %u to %u, to %s %s\n", f->id, telaah_link_kind_to_string (f->kind),
                              f->span.start, f->span.end, or_null (f->passage), or_null (f->cited));
    }
}

static void
describe_hidden (TelaahSession *session,
                 const char    *point,
                 const char    *source,
                 GString       *text)
{
  g_autoptr(GPtrArray) hidden = telaah_session_dup_hidden_evidence (session, point, source);

  for (guint i = 0; i < hidden->len; i++)
    g_string_append_printf (text, "    hidden %s\n", telaah_passage_fields (hidden->pdata[i])->id);
}

static void
describe_outline (TelaahSession *session,
                  GObject       *item,
                  GString       *text)
{
  const TelaahOutlineEntryFields *f = telaah_outline_entry_fields (TELAAH_OUTLINE_ENTRY (item));

  g_string_append_printf (text, "outline %s [%s] follows %d\n", f->id, or_null (f->title), f->follows);
}

static void
describe_cells (TelaahSession *session,
                const char    *point,
                GString       *text)
{
  GListModel *sources = telaah_session_get_sources (session);

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr(TelaahCell) cell = telaah_session_dup_cell (session, point, telaah_test_get_id (sources, i));
      const TelaahCellFields *f = telaah_cell_fields (cell);
      GPtrArray *evidence = telaah_cell_get_evidence (cell);

      g_string_append_printf (text, "  cell %s %s: [%s] [%s] seen [%s] judged [%s] stale %d new %u proposes %d %u:",
                              f->source, telaah_status_to_string (f->status), or_null (f->summary),
                              or_null (f->translation), or_null (f->seen), or_null (f->judged),
                              telaah_cell_is_stale (cell), telaah_cell_get_n_new (cell), f->proposes, f->proposal);
      for (guint k = 0; k < evidence->len; k++)
        g_string_append_printf (text, " %s", telaah_passage_fields (evidence->pdata[k])->id);
      g_string_append_c (text, '\n');
      describe_links (session, point, f->source, text);
      describe_hidden (session, point, f->source, text);
    }
}

static void
describe_point (TelaahSession *session,
                GObject       *item,
                GString       *text)
{
  const TelaahPointFields *f = telaah_point_fields (TELAAH_POINT (item));

  g_assert_true ((gpointer) telaah_session_find_point (session, f->id) == item);
  g_string_append_printf (text, "point %s below %s for %s %s: [%s] [%s] [%s] [%s] of %s [%s] [%s] hidden %d depth %u\n",
                          f->id, or_null (f->parent), or_null (f->theme), or_null (f->more), f->title,
                          or_null (f->question), or_null (f->similarities), or_null (f->differences), or_null (f->coder),
                          or_null (f->attribute), or_null (f->value), f->hidden, f->depth);
  describe_links (session, f->id, NULL, text);
  describe_cells (session, f->id, text);
}

static void
describe_passage (TelaahSession *session,
                  GObject       *item,
                  GString       *text)
{
  const TelaahPassageFields *f = telaah_passage_fields (TELAAH_PASSAGE (item));
  GPtrArray *notes = telaah_passage_get_notes (TELAAH_PASSAGE (item));

  g_assert_true ((gpointer) telaah_session_find_passage (session, f->id) == item);
  g_string_append_printf (text, "passage %s of %s: %u to %u [%s] [%s] [%s] %s %s, lost %s %u %u, in %u cells,"
                          " themes", f->id, f->source, f->span.start, f->span.end, f->quote, f->prefix, f->suffix, f->coder,
                          f->created, or_null (f->lost), f->candidate.start, f->candidate.end,
                          telaah_session_count_cells (session, f->id));
  for (guint i = 0; f->themes[i] != NULL; i++)
    g_string_append_printf (text, " %s", f->themes[i]);
  g_string_append_c (text, '\n');

  for (guint i = 0; notes != NULL && i < notes->len; i++)
    describe_note (session, notes->pdata[i], text);
}

static void
describe_synonyms (TelaahSession *session,
                   GObject       *item,
                   GString       *text)
{
  const TelaahSynonymsFields *f = telaah_synonyms_fields (TELAAH_SYNONYMS (item));

  g_string_append_printf (text, "synonyms %s: [%s]\n", f->id, f->words);
}

static void
describe_list (TelaahSession *session,
               GListModel    *list,
               GString       *text,
               void         (*describe) (TelaahSession *, GObject *, GString *))
{
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr(GObject) item = g_list_model_get_item (list, i);

      describe (session, item, text);
    }
}

/**
 * telaah_test_describe:
 *
 * Returns: (transfer full): all that a session shows: every field of every item, cells, counts, what can be undone
 */
char *
telaah_test_describe (TelaahSession *session)
{
  GString *text = g_string_new (NULL);
  GListModel *sources = telaah_session_get_sources (session);

  g_string_append_printf (text, "project [%s] [%s] [%s], undo %s, redo %s, %u passages\n",
                          or_null (telaah_session_get_title (session)), or_null (telaah_session_get_question (session)),
                          or_null (telaah_session_get_language (session)), or_null (telaah_session_get_undo (session)),
                          or_null (telaah_session_get_redo (session)), telaah_session_count (session, NULL, NULL));
  describe_list (session, sources, text, describe_source);
  describe_list (session, telaah_session_get_themes (session), text, describe_theme);
  describe_list (session, telaah_session_get_outlines (session), text, describe_outline);
  describe_list (session, telaah_session_get_points (session), text, describe_point);
  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      const char *source = telaah_test_get_id (sources, i);

      describe_list (session, telaah_session_get_passages (session, source), text, describe_passage);
      describe_list (session, telaah_session_get_marks (session, source), text, describe_mark);
    }
  describe_list (session, telaah_session_get_review (session), text, describe_passage);
  describe_list (session, telaah_session_get_notes (session), text, describe_note);
  describe_list (session, telaah_session_get_synonyms (session), text, describe_synonyms);

  return g_string_free (text, FALSE);
}

/* What the session shows is what one sees who opens the file now. */
void
telaah_test_assert_live (TelaahSession *session)
{
  g_autoptr(TelaahSession) fresh = telaah_test_reopen (session);
  gboolean same = telaah_session_set_outline (fresh, telaah_session_get_outline (session), NULL);
  g_autofree char *shown = telaah_test_describe (session);
  g_autofree char *stored = telaah_test_describe (fresh);

  g_assert_true (same);
  telaah_test_assert_text (shown, stored);
}

/* ---- Hearing only the signal ---- */

static void
items_changed_cb (GListModel      *list,
                  guint            position,
                  guint            removed,
                  guint            added,
                  TelaahTestWatch *self)
{
  g_assert_cmpuint (position + removed, <=, self->items->len);
  if (removed > 0)
    g_ptr_array_remove_range (self->items, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (self->items, position + i, g_list_model_get_item (list, position + i));

  g_assert_cmpuint (self->items->len, ==, g_list_model_get_n_items (list));
}

TelaahTestWatch *
telaah_test_watch_new (GListModel *list)
{
  TelaahTestWatch *self = g_new0 (TelaahTestWatch, 1);

  self->list = g_object_ref (list);
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  items_changed_cb (list, 0, 0, g_list_model_get_n_items (list), self);
  g_signal_connect (list, "items-changed", G_CALLBACK (items_changed_cb), self);

  return self;
}

void
telaah_test_watch_check (TelaahTestWatch *self)
{
  g_assert_cmpuint (self->items->len, ==, g_list_model_get_n_items (self->list));
  for (guint i = 0; i < self->items->len; i++)
    {
      g_autoptr(GObject) item = g_list_model_get_item (self->list, i);

      g_assert_true ((gpointer) item == self->items->pdata[i]);
    }
}

void
telaah_test_watch_free (TelaahTestWatch *self)
{
  g_signal_handlers_disconnect_by_data (self->list, self);
  g_object_unref (self->list);
  g_ptr_array_unref (self->items);
  g_free (self);
}
