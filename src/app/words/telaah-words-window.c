/* A window with the words of a project: in their company, by how often they come, and those that set a theme apart.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/words/telaah-words-window.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/telaah-dialogs.h"
#include "app/words/telaah-concordance-view.h"
#include "app/words/telaah-word-counts.h"

struct _TelaahWordsWindow
{
  AdwWindow              parent_instance;

  TelaahSession         *session;
  gboolean               narrow;

  /* From the template. */
  AdwHeaderBar          *header;
  GtkWidget             *switcher;
  GtkWidget             *short_title;
  AdwViewSwitcherBar    *switcher_bar;
  AdwViewStack          *pages;
  TelaahConcordanceView *concordance;
  TelaahWordCounts      *frequencies;
  TelaahWordCounts      *key_words;
  AdwToastOverlay       *toasts;
};

G_DEFINE_FINAL_TYPE (TelaahWordsWindow, telaah_words_window, ADW_TYPE_WINDOW)

enum { OPEN_HIT, N_SIGNALS };

static guint signals[N_SIGNALS];

/* In pixels at the usual size of text: from here on there is room for the pages in the header. */
#define WIDE 680

/* ---- Pages ---- */

static gboolean
is_shown (TelaahWordsWindow *self,
          gpointer           page)
{
  return adw_view_stack_get_visible_child (self->pages) == page;
}

static GPtrArray *
get_rows (TelaahWordsWindow *self)
{
  if (is_shown (self, self->concordance))
    return telaah_concordance_view_get_lines (self->concordance);

  return telaah_word_counts_get_rows (is_shown (self, self->frequencies) ? self->frequencies : self->key_words);
}

static void
update_save (TelaahWordsWindow *self)
{
  if (adw_view_stack_get_visible_child (self->pages) != NULL && self->session != NULL)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), "words.save", get_rows (self)->len > 0);
}

static void
page_changed_cb (TelaahWordsWindow *self)
{
  update_save (self);
}

static void
page_action_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  TelaahWordsWindow *self = TELAAH_WORDS_WINDOW (widget);

  adw_view_stack_set_visible_child_name (self->pages, g_variant_get_string (parameter, NULL));
  gtk_widget_grab_focus (adw_view_stack_get_visible_child (self->pages));
}

static void
find_action_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  TelaahWordsWindow *self = TELAAH_WORDS_WINDOW (widget);

  adw_view_stack_set_visible_child_name (self->pages, "concordance");
  gtk_widget_grab_focus (GTK_WIDGET (self->concordance));
}

static void
open_hit_cb (TelaahWordsWindow *self,
             gpointer           hit,
             gboolean           enter)
{
  g_signal_emit (self, signals[OPEN_HIT], 0, hit, enter);
}

/* What a query would read as something else, goes into quotes. */
static char *
dup_query (const char *word)
{
  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isalnum (g_utf8_get_char (p)) && !g_unichar_ismark (g_utf8_get_char (p)))
      return g_strdup_printf ("\"%s\"", word);

  return g_strdup (word);
}

static void
open_word_cb (TelaahWordsWindow *self,
              const char        *word,
              gboolean           forms,
              const char        *source)
{
  g_autofree char *query = dup_query (word);

  telaah_concordance_view_ask_for (self->concordance, query, forms, source);
  adw_view_stack_set_visible_child_name (self->pages, "concordance");
  gtk_widget_grab_focus (GTK_WIDGET (self->concordance));
}

/* ---- Saving ---- */

char *
telaah_words_window_dup_csv (TelaahWordsWindow *self)
{
  g_return_val_if_fail (TELAAH_IS_WORDS_WINDOW (self), NULL);

  if (get_rows (self)->len == 0)
    return NULL;
  if (is_shown (self, self->concordance))
    return telaah_concordance_dup_csv (self->session, telaah_concordance_view_get_lines (self->concordance));

  return telaah_word_counts_dup_csv (is_shown (self, self->frequencies) ? self->frequencies : self->key_words);
}

static void
tell (TelaahWordsWindow *self,
      const char        *message)
{
  g_autofree char *escaped = g_markup_escape_text (message, -1);

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (escaped));
}

static void
saved_cb (GObject      *file,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(TelaahWordsWindow) self = user_data;
  g_autofree char *name = g_file_get_basename (G_FILE (file)), *message = NULL;
  g_autoptr(GError) error = NULL;

  /* It may have been closed meanwhile. */
  if (self->session == NULL)
    return;

  if (g_file_replace_contents_finish (G_FILE (file), result, NULL, &error))
    message = g_strdup_printf (_("Saved “%s”"), name);
  tell (self, error != NULL ? error->message : message);
}

void
telaah_words_window_save (TelaahWordsWindow *self,
                          GFile             *file)
{
  char *csv = telaah_words_window_dup_csv (self);
  g_autoptr(GBytes) bytes = csv != NULL ? g_bytes_new_take (csv, strlen (csv)) : NULL;

  /* What there was may have gone while a name was given. */
  if (bytes != NULL)
    g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_NONE, NULL, saved_cb,
                                         g_object_ref (self));
}

static void
chosen_cb (GFile    *file,
           gpointer  user_data)
{
  telaah_words_window_save (TELAAH_WORDS_WINDOW (user_data), file);
}

/* Without what the name of a file cannot have. */
static char *
dup_clean (const char *name)
{
  g_auto(GStrv) parts = g_strsplit_set (name, " /\\:*?\"<>|\n\t", -1);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) kept = NULL;

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_strv_builder_add (builder, parts[i]);
  kept = g_strv_builder_end (builder);

  return g_strjoinv (" ", kept);
}

/* "Digital diplomacy – key words Challenges.csv" */
static char *
dup_name (TelaahWordsWindow *self)
{
  const char *title = telaah_session_get_title (self->session);
  const char *of = NULL, *kind = _("frequencies");
  g_autofree char *name = NULL, *clean = NULL;

  if (is_shown (self, self->concordance))
    {
      kind = _("concordance");
      of = telaah_concordance_view_get_words (self->concordance);
    }
  else
    {
      gboolean key_words = is_shown (self, self->key_words);
      const char *id = telaah_word_counts_get_theme (key_words ? self->key_words : self->frequencies);
      TelaahTheme *theme = id != NULL ? telaah_session_find_theme (self->session, id) : NULL;

      if (key_words)
        kind = _("key words");
      of = theme != NULL ? telaah_theme_fields (theme)->name : NULL;
    }

  name = g_strconcat (title != NULL ? title : "", title != NULL && *title != '\0' ? " – " : "", kind,
                      of != NULL ? " " : "", of, NULL);
  clean = dup_clean (name);

  return g_strdup_printf ("%s.csv", clean);
}

static void
save_action_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  TelaahWordsWindow *self = TELAAH_WORDS_WINDOW (widget);
  g_autofree char *name = dup_name (self);

  telaah_dialogs_save_file (GTK_WINDOW (self), _("Save the Table"), name, TELAAH_FILES_CSV, chosen_cb,
                            G_OBJECT (self));
}

/* ---- The widget ---- */

static void
layout_cb (TelaahWordsWindow *self,
           int                width)
{
  int dpi = 0;
  gboolean narrow;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);
  narrow = width < WIDE * (dpi > 0 ? dpi / (96.0 * 1024.0) : 1);
  if (narrow == self->narrow)
    return;

  self->narrow = narrow;
  adw_header_bar_set_title_widget (self->header, narrow ? self->short_title : self->switcher);
  adw_view_switcher_bar_set_reveal (self->switcher_bar, narrow);
  telaah_concordance_view_set_narrow (self->concordance, narrow);
  telaah_word_counts_set_narrow (self->frequencies, narrow);
  telaah_word_counts_set_narrow (self->key_words, narrow);
}

static void
telaah_words_window_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (telaah_words_window_parent_class)->realize (widget);

  g_signal_connect_object (gtk_native_get_surface (GTK_NATIVE (widget)), "layout", G_CALLBACK (layout_cb), widget,
                           G_CONNECT_SWAPPED);
}

static void
telaah_words_window_dispose (GObject *object)
{
  TelaahWordsWindow *self = TELAAH_WORDS_WINDOW (object);

  g_clear_object (&self->session);
  g_clear_object (&self->switcher);
  g_clear_object (&self->short_title);
  gtk_widget_dispose_template (GTK_WIDGET (self), TELAAH_TYPE_WORDS_WINDOW);

  G_OBJECT_CLASS (telaah_words_window_parent_class)->dispose (object);
}

static void
telaah_words_window_class_init (TelaahWordsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = telaah_words_window_dispose;
  widget_class->realize = telaah_words_window_realize;

  signals[OPEN_HIT] = g_signal_new ("open-hit", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_BOOLEAN);

  g_type_ensure (TELAAH_TYPE_CONCORDANCE_VIEW);
  g_type_ensure (TELAAH_TYPE_WORD_COUNTS);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/telaah/Telaah/telaah-words-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TelaahWordsWindow, header);
  gtk_widget_class_bind_template_child (widget_class, TelaahWordsWindow, switcher);
  gtk_widget_class_bind_template_child (widget_class, TelaahWordsWindow, short_title);
  gtk_widget_class_bind_template_child (widget_class, TelaahWordsWindow, switcher_bar);
  gtk_widget_class_bind_template_child (widget_class, TelaahWordsWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, TelaahWordsWindow, concordance);
  gtk_widget_class_bind_template_child (widget_class, TelaahWordsWindow, frequencies);
  gtk_widget_class_bind_template_child (widget_class, TelaahWordsWindow, key_words);
  gtk_widget_class_bind_template_child (widget_class, TelaahWordsWindow, toasts);
  gtk_widget_class_bind_template_callback (widget_class, open_hit_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_word_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_save);

  gtk_widget_class_install_action (widget_class, "words.save", NULL, save_action_cb);
  gtk_widget_class_install_action (widget_class, "words.find", NULL, find_action_cb);
  gtk_widget_class_install_action (widget_class, "words.page", "s", page_action_cb);
}

static void
telaah_words_window_init (TelaahWordsWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "words.save", FALSE);

  /* One of them is not in the window. */
  g_object_ref (self->switcher);
  g_object_ref (self->short_title);
}

TelaahWordsWindow *
telaah_words_window_new (TelaahSession *session)
{
  TelaahWordsWindow *self = g_object_new (TELAAH_TYPE_WORDS_WINDOW, NULL);

  self->session = g_object_ref (session);
  telaah_concordance_view_set_session (self->concordance, session);
  telaah_word_counts_set_session (self->frequencies, session);
  telaah_word_counts_set_session (self->key_words, session);
  gtk_widget_grab_focus (GTK_WIDGET (self->concordance));

  return self;
}

void
telaah_words_window_ask_for (TelaahWordsWindow *self,
                             const char        *words)
{
  g_return_if_fail (TELAAH_IS_WORDS_WINDOW (self));

  telaah_concordance_view_ask_for (self->concordance, words, TRUE, NULL);
  adw_view_stack_set_visible_child_name (self->pages, "concordance");
  gtk_widget_grab_focus (GTK_WIDGET (self->concordance));
}
