/* A point by itself: its title and question, edited in place; its themes and condition in words.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/compare/telaah-point-words.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "app/reader/telaah-theme-dot.h"
#include "formats/telaah-outline-words.h"

struct _TelaahPointWords
{
  GtkWidget         parent_instance;

  TelaahSession    *session;
  char             *point;
  char             *title;       /* as the project has it */

  GtkWidget        *entry;
  TelaahTextEditor *question;
  GtkWidget        *themes;
  GtkWidget        *condition;
};

G_DEFINE_FINAL_TYPE (TelaahPointWords, telaah_point_words, GTK_TYPE_WIDGET)

enum { FAILED, DONE, N_SIGNALS };

static guint signals[N_SIGNALS];

/* ---- Writing ---- */

static gboolean
save (TelaahPointWords *self,
      const char       *key,
      const char       *text)
{
  g_autofree char *words = g_strdup (text);
  g_autoptr(GError) error = NULL;

  if (self->session == NULL || self->point == NULL)
    return FALSE;
  if (telaah_session_set_point (self->session, self->point, key, words, &error))
    return TRUE;

  g_signal_emit (self, signals[FAILED], 0, error->message);
  return FALSE;
}

static void
commit_cb (TelaahPointWords *self,
           const char       *text)
{
  if (!save (self, "question", text))
    telaah_text_editor_reject (self->question);
}

static void
done_cb (TelaahPointWords *self)
{
  g_signal_emit (self, signals[DONE], 0);
}

/* A point is never without a title: an empty one is taken back. */
static gboolean
save_title (TelaahPointWords *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));

  if (self->session == NULL || self->point == NULL || self->title == NULL || g_str_equal (text, self->title))
    return TRUE;

  if (*text != '\0' && save (self, "title", text))
    return TRUE;

  gtk_editable_set_text (GTK_EDITABLE (self->entry), self->title);

  return *text == '\0';
}

static void
title_left_cb (TelaahPointWords *self)
{
  save_title (self);
}

static void
title_activated_cb (TelaahPointWords *self)
{
  if (save_title (self))
    done_cb (self);
}

/* ---- Showing ---- */

static GtkWidget *
theme_new (TelaahPointWords *self,
           TelaahTheme      *theme)
{
  const TelaahThemeFields *f = telaah_theme_fields (theme);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 5), *name = gtk_label_new (f->name);

  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), telaah_theme_dot_new (telaah_session_get_color (self->session, f->id)));
  gtk_box_append (GTK_BOX (box), name);
  gtk_widget_add_css_class (box, "point-theme");

  return box;
}

static void
show_themes (TelaahPointWords *self,
             TelaahPoint      *point)
{
  g_auto(GStrv) themes = telaah_point_dup_themes (point);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->themes)) != NULL)
    gtk_box_remove (GTK_BOX (self->themes), child);

  for (char **id = themes; id != NULL && *id != NULL; id++)
    {
      TelaahTheme *theme = telaah_session_find_theme (self->session, *id);

      if (theme != NULL)
        gtk_box_append (GTK_BOX (self->themes), theme_new (self, theme));
    }

  if (gtk_widget_get_first_child (self->themes) == NULL)
    {
      GtkWidget *none = gtk_label_new (_("No theme: its evidence is pinned by hand"));

      gtk_label_set_wrap (GTK_LABEL (none), TRUE);
      gtk_label_set_xalign (GTK_LABEL (none), 0);
      gtk_widget_add_css_class (none, "dim-label");
      gtk_box_append (GTK_BOX (self->themes), none);
    }
}

static void
show_title (TelaahPointWords        *self,
            const TelaahPointFields *f,
            gboolean                 again)
{
  gboolean typed = again && self->title != NULL &&
                   g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->entry)), self->title) != 0;

  g_free (self->title);
  self->title = g_strdup (f->title);
  if (!typed)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), self->title);
}

/* ---- The widget ---- */

static void
telaah_point_words_dispose (GObject *object)
{
  TelaahPointWords *self = TELAAH_POINT_WORDS (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (telaah_point_words_parent_class)->dispose (object);
}

static void
telaah_point_words_finalize (GObject *object)
{
  g_free (TELAAH_POINT_WORDS (object)->point);
  g_free (TELAAH_POINT_WORDS (object)->title);

  G_OBJECT_CLASS (telaah_point_words_parent_class)->finalize (object);
}

static void
telaah_point_words_class_init (TelaahPointWordsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = telaah_point_words_dispose;
  G_OBJECT_CLASS (klass)->finalize = telaah_point_words_finalize;

  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "pointwords");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
add_title (TelaahPointWords *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->entry = gtk_entry_new ();
  g_object_set (self->entry, "enable-emoji-completion", FALSE, "placeholder-text",
                _("What are the sources compared on?"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Title"), -1);
  gtk_widget_add_css_class (self->entry, "title-entry");
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (title_left_cb), self);
  gtk_widget_add_controller (self->entry, focus);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (title_activated_cb), self);
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
}

static void
add_question (TelaahPointWords *self)
{
  GtkWidget *card = adw_bin_new (), *editor = telaah_text_editor_new ();

  self->question = TELAAH_TEXT_EDITOR (editor);
  telaah_text_editor_set_label (self->question, _("Question"));
  telaah_text_editor_set_placeholder (self->question, _("What do you ask of each source here?"));
  g_signal_connect_swapped (editor, "commit", G_CALLBACK (commit_cb), self);
  g_signal_connect_swapped (editor, "done", G_CALLBACK (done_cb), self);

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "question");
  gtk_widget_set_overflow (card, GTK_OVERFLOW_HIDDEN);
  adw_bin_set_child (ADW_BIN (card), editor);
  gtk_widget_set_parent (card, GTK_WIDGET (self));
}

/* On what its evidence rests, and the way to change that. */
static void
add_basis (TelaahPointWords *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *button = gtk_button_new_with_mnemonic (_("De_tails…"));

  self->themes = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  self->condition = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->condition), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->condition), 0);
  gtk_widget_add_css_class (self->condition, "caption");
  gtk_widget_add_css_class (self->condition, "dim-label");

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "compare.point-details");
  gtk_widget_set_tooltip_text (button, _("Themes and Condition of This Point"));
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (words), self->themes);
  gtk_box_append (GTK_BOX (words), self->condition);
  gtk_box_append (GTK_BOX (line), words);
  gtk_box_append (GTK_BOX (line), button);
  gtk_widget_add_css_class (line, "basis");
  gtk_widget_set_parent (line, GTK_WIDGET (self));
}

static void
telaah_point_words_init (TelaahPointWords *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 9);
  add_title (self);
  add_question (self);
  add_basis (self);
}

GtkWidget *
telaah_point_words_new (void)
{
  return g_object_new (TELAAH_TYPE_POINT_WORDS, NULL);
}

/**
 * telaah_point_words_show:
 * @session: (nullable): %NULL: nothing
 *
 * What is being typed for another point is to be flushed before; for the same one it stands.
 */
void
telaah_point_words_show (TelaahPointWords *self,
                         TelaahSession    *session,
                         const char       *point)
{
  TelaahPoint *item = session != NULL ? telaah_session_find_point (session, point) : NULL;
  gboolean again = g_strcmp0 (self->point, point) == 0;
  g_autofree char *condition = item != NULL ? telaah_point_dup_condition (item) : NULL;
  char *before;

  g_return_if_fail (TELAAH_IS_POINT_WORDS (self));

  session = item != NULL ? session : NULL;
  g_set_object (&self->session, session);
  before = g_steal_pointer (&self->point);
  self->point = g_strdup (item != NULL ? point : NULL);
  g_free (before);

  if (!again)
    telaah_text_editor_forget (self->question);
  telaah_text_editor_set_text (self->question, item != NULL ? telaah_point_fields (item)->question : NULL);

  if (item == NULL)
    return;

  show_title (self, telaah_point_fields (item), again);
  show_themes (self, item);
  gtk_label_set_text (GTK_LABEL (self->condition), condition != NULL ? condition : "");
  gtk_widget_set_visible (self->condition, condition != NULL);
}

/* Saves what is being typed. Returns: whether all of it is saved */
gboolean
telaah_point_words_flush (TelaahPointWords *self)
{
  gboolean saved;

  g_return_val_if_fail (TELAAH_IS_POINT_WORDS (self), FALSE);

  saved = save_title (self);

  return telaah_text_editor_flush (self->question) && saved;
}

void
telaah_point_words_edit (TelaahPointWords *self)
{
  g_return_if_fail (TELAAH_IS_POINT_WORDS (self));

  gtk_widget_grab_focus (self->entry);
}

TelaahTextEditor *
telaah_point_words_get_question (TelaahPointWords *self)
{
  g_return_val_if_fail (TELAAH_IS_POINT_WORDS (self), NULL);

  return self->question;
}
