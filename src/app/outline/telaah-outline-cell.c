/* What one source says on one point, in the document: its name, the summary as a paragraph to write
 * in, and the quotes that it rests on.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/outline/telaah-outline-cell.h"

#include <glib/gi18n.h>

#include "app/outline/telaah-outline-judging.h"
#include "app/outline/telaah-outline-points.h"
#include "app/outline/telaah-outline-quote.h"
#include "app/outline/telaah-quote-insert.h"
#include "app/outline/telaah-references.h"
#include "app/telaah-linking.h"
#include "formats/telaah-labels.h"

/* How many quotes are shown before one asks for more. */
#define N_QUOTES 3

struct _TelaahOutlineCell
{
  GtkWidget         parent_instance;

  TelaahSession    *session;
  char             *point;
  char             *source;
  TelaahCell       *cell;          /* as it is shown */
  gboolean          all;           /* the quotes */

  GtkLabel         *name;          /* from the template, as all below */
  GtkLabel         *mark;
  GtkMenuButton    *stale_button;
  GtkLabel         *stale_label;
  GtkMenuButton    *proposal_button;
  GtkLabel         *proposal_label;
  GtkMenuButton    *menu_button;
  TelaahTextEditor *summary;
  TelaahTextEditor *translation;   /* on show where the project has a second language */
  GtkBox           *quotes;
  GtkButton        *more_button;
};

G_DEFINE_FINAL_TYPE (TelaahOutlineCell, telaah_outline_cell, GTK_TYPE_WIDGET)

enum { PROP_0, PROP_STATUS, N_PROPS };

static GParamSpec *properties[N_PROPS];

static void
set_status (TelaahOutlineCell *self,
            const TelaahStatus *status,
            const char         *summary)
{
  g_autoptr(GError) error = NULL;

  if (telaah_session_set_cell (self->session, self->point, self->source, status, summary, &error))
    return;

  telaah_text_editor_reject (self->summary);
  gtk_widget_activate_action (GTK_WIDGET (self), "outline.fail", "s", error->message);
}

/* ---- Showing ---- */

static const char *
get_placeholder (TelaahStatus status)
{
  switch (status)
    {
    case TELAAH_STATUS_SILENT:
      return _("Says nothing on this. What does it speak of instead?");

    case TELAAH_STATUS_IMPLICIT:
      return _("Summarise what shows between the lines…");

    case TELAAH_STATUS_UNREAD:
    case TELAAH_STATUS_TREATED:
    default:
      return _("Summarise what this source says…");
    }
}

static void
show_stale (TelaahOutlineCell *self)
{
  guint n_new = telaah_cell_get_n_new (self->cell);
  g_autofree char *label = n_new > 0 ? g_strdup_printf (ngettext ("stale: %u new", "stale: %u new", n_new), n_new)
                                     : g_strdup (_("stale"));

  gtk_label_set_label (self->stale_label, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->stale_button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_visible (GTK_WIDGET (self->stale_button), telaah_cell_is_stale (self->cell));
}

/* Evidence that came or went suggests another status; nobody's word is changed for it. */
static void
show_proposal (TelaahOutlineCell *self)
{
  const TelaahCellFields *fields = telaah_cell_fields (self->cell);
  /* Translators: the status that is suggested for a cell */
  g_autofree char *label = g_strdup_printf (_("%s?"), telaah_status_get_label (fields->proposal));

  gtk_label_set_label (self->proposal_label, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->proposal_button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_visible (GTK_WIDGET (self->proposal_button), fields->proposes);
}

/* The theme that the passage is quoted for here: the point's own, or one below it. */
static const char *
get_quoted_color (TelaahOutlineCell *self,
                  TelaahPassage     *passage)
{
  const char *const *themes = telaah_passage_fields (passage)->themes;
  TelaahPoint *point = telaah_session_find_point (self->session, self->point);
  const char *wanted = point != NULL ? telaah_point_fields (point)->theme : NULL;

  for (guint i = 0; wanted != NULL && themes[i] != NULL; i++)
    {
      TelaahTheme *theme = telaah_session_find_theme (self->session, themes[i]);

      for (; theme != NULL; theme = telaah_session_find_theme (self->session, telaah_theme_fields (theme)->parent))
        if (g_str_equal (telaah_theme_fields (theme)->id, wanted))
          return telaah_session_get_color (self->session, themes[i]);
    }

  return telaah_session_get_color (self->session, themes[0] != NULL ? themes[0] : wanted);
}

static void
show_quotes (TelaahOutlineCell *self)
{
  GPtrArray *evidence = telaah_cell_get_evidence (self->cell);
  guint n = self->all ? evidence->len : MIN (evidence->len, N_QUOTES), rest = evidence->len - n;
  GtkWidget *quote = gtk_widget_get_first_child (GTK_WIDGET (self->quotes));

  for (guint i = 0; i < n; i++)
    {
      if (quote == NULL)
        {
          quote = telaah_outline_quote_new ();
          gtk_box_append (self->quotes, quote);
        }
      telaah_outline_quote_set_passage (TELAAH_OUTLINE_QUOTE (quote), evidence->pdata[i],
                                        telaah_references_get (self->session, evidence->pdata[i]),
                                        get_quoted_color (self, evidence->pdata[i]));
      quote = gtk_widget_get_next_sibling (quote);
    }

  while (quote != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (quote);

      gtk_box_remove (self->quotes, quote);
      quote = next;
    }

  gtk_widget_set_visible (GTK_WIDGET (self->quotes), n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->more_button), rest > 0);
  if (rest > 0)
    {
      g_autofree char *label = g_strdup_printf (ngettext ("Show %u More", "Show %u More", rest), rest);

      gtk_button_set_label (self->more_button, label);
    }
}

static void
show_name (TelaahOutlineCell *self)
{
  TelaahSource *source = telaah_session_find_source (self->session, self->source);
  TelaahPoint *point = telaah_session_find_point (self->session, self->point);
  const char *name = source != NULL ? telaah_source_get_name (source) : "";
  const char *title = point != NULL ? telaah_point_get_label (self->session, point) : "";
  /* Translators: what a source says on a point, for a screen reader */
  g_autofree char *label = g_strdup_printf (_("%s on %s"), name, title);
  /* Translators: for a screen reader: the translation of what a source says on a point */
  g_autofree char *translated = g_strdup_printf (_("Translation of %s on %s"), name, title);

  gtk_label_set_label (self->name, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  telaah_text_editor_set_label (self->summary, label);
  telaah_text_editor_set_label (self->translation, translated);
}

/* Summary and translation, with their links. */
static void
show_words (TelaahOutlineCell *self)
{
  const TelaahCellFields *fields = telaah_cell_fields (self->cell);
  const char *language = telaah_session_get_second_language (self->session);

  telaah_text_editor_set_text (self->summary, fields->summary);
  telaah_linking_show (self->summary, self->session, self->point, self->source);

  gtk_widget_set_visible (GTK_WIDGET (self->translation), language != NULL);
  if (language != NULL)
    {
      /* Translators: what is to be written there; %s is a language, such as "en" */
      g_autofree char *placeholder = g_strdup_printf (_("The same in the other language (%s)…"), language);

      telaah_text_editor_set_placeholder (self->translation, placeholder);
      telaah_text_editor_set_text (self->translation, fields->translation);
      telaah_linking_show (self->translation, self->session, self->point, self->source);
    }
}

static void
show_status (TelaahOutlineCell *self)
{
  TelaahStatus status = telaah_cell_fields (self->cell)->status;

  gtk_label_set_label (self->mark, telaah_status_get_label (status));
  gtk_widget_set_visible (GTK_WIDGET (self->mark), status != TELAAH_STATUS_TREATED);
  telaah_text_editor_set_placeholder (self->summary, get_placeholder (status));

  if (status == TELAAH_STATUS_SILENT || status == TELAAH_STATUS_IMPLICIT)
    gtk_widget_add_css_class (GTK_WIDGET (self), "aside");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "aside");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATUS]);
}

/* The whole name, where it does not fit. */
static gboolean
name_tooltip_cb (GtkLabel   *label,
                 int         x,
                 int         y,
                 gboolean    keyboard,
                 GtkTooltip *tooltip)
{
  gtk_tooltip_set_text (tooltip, gtk_label_get_label (label));

  return pango_layout_is_ellipsized (gtk_label_get_layout (label));
}

/* ---- Verbs ---- */

static void
commit_cb (TelaahOutlineCell *self,
           const char        *text)
{
  const TelaahStatus treated = TELAAH_STATUS_TREATED;
  gboolean unread = telaah_cell_fields (self->cell)->status == TELAAH_STATUS_UNREAD;

  /* Who writes what it says has read it. */
  set_status (self, unread && *text != '\0' ? &treated : NULL, text);
}

static void
translation_commit_cb (TelaahOutlineCell *self,
                       const char        *text)
{
  g_autoptr(GError) error = NULL;

  if (telaah_session_set_translation (self->session, self->point, self->source, text, &error))
    return;

  telaah_text_editor_reject (self->translation);
  gtk_widget_activate_action (GTK_WIDGET (self), "outline.fail", "s", error->message);
}

static void
linking_failed_cb (gpointer    user_data,
                   const char *message)
{
  gtk_widget_activate_action (GTK_WIDGET (user_data), "outline.fail", "s", message);
}

static void
link_activated_cb (TelaahOutlineCell *self,
                   TelaahLink        *link)
{
  telaah_outline_follow_link (GTK_WIDGET (self), self->session, link);
}

/* The writer is finished: on to the next thing. */
static void
done_cb (TelaahOutlineCell *self)
{
  gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))), GTK_DIR_TAB_FORWARD);
}

static void
more_clicked_cb (TelaahOutlineCell *self)
{
  GtkWidget *quote;

  self->all = TRUE;
  show_quotes (self);

  /* The button is gone; what it brought has the focus. */
  quote = gtk_widget_get_first_child (GTK_WIDGET (self->quotes));
  for (guint i = 0; quote != NULL && i < N_QUOTES; i++)
    quote = gtk_widget_get_next_sibling (quote);
  if (quote != NULL)
    gtk_widget_child_focus (quote, GTK_DIR_TAB_FORWARD);
}

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "outline.open-source", "s", TELAAH_OUTLINE_CELL (widget)->source);
}

/* In Compare, where they are judged. */
static void
candidates_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  TelaahOutlineCell *self = TELAAH_OUTLINE_CELL (widget);

  gtk_widget_activate_action (widget, "win.show-candidates", "(ss)", self->point, self->source);
}

static void
insert_quote_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  telaah_quote_insert_open (TELAAH_OUTLINE_CELL (widget)->summary);
}

static void
confirm_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  TelaahOutlineCell *self = TELAAH_OUTLINE_CELL (widget);
  g_autoptr(GError) error = NULL;

  gtk_menu_button_popdown (self->stale_button);
  if (!telaah_session_confirm_cell (self->session, self->point, self->source, &error))
    gtk_widget_activate_action (widget, "outline.fail", "s", error->message);
}

static void
judge_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  TelaahOutlineCell *self = TELAAH_OUTLINE_CELL (widget);
  g_autoptr(GError) error = NULL;

  gtk_menu_button_popdown (self->proposal_button);
  if (!telaah_session_judge_proposal (self->session, self->point, self->source, g_str_equal (name, "cell.accept"),
                                      &error))
    gtk_widget_activate_action (widget, "outline.fail", "s", error->message);
}

/* Made when it is asked for: there is a button in each cell. */
static void
make_menu_cb (GtkMenuButton *button,
              gpointer       user_data)
{
  g_autoptr(GtkBuilder) builder = NULL;

  if (gtk_menu_button_get_popover (button) != NULL)
    return;

  builder = gtk_builder_new_from_resource ("/org/telaah/Telaah/telaah-outline-menus.ui");
  gtk_menu_button_set_popover (button, GTK_WIDGET (gtk_popover_menu_new_from_model (
                                         G_MENU_MODEL (gtk_builder_get_object (builder, "cell_menu")))));
}

/* Anew each time: they say what is so now. */
static void
make_stale_cb (GtkMenuButton *button,
               gpointer       user_data)
{
  TelaahOutlineCell *self = user_data;

  gtk_menu_button_set_popover (button, telaah_outline_stale_popover_new (self->session, self->point, self->source));
}

static void
make_proposal_cb (GtkMenuButton *button,
                  gpointer       user_data)
{
  gtk_menu_button_set_popover (button, telaah_outline_proposal_popover_new (TELAAH_OUTLINE_CELL (user_data)->cell));
}

/* ---- The object ---- */

static void
telaah_outline_cell_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  TelaahOutlineCell *self = TELAAH_OUTLINE_CELL (object);

  if (prop_id == PROP_STATUS)
    g_value_set_string (value, self->cell == NULL ? NULL
                               : telaah_status_to_string (telaah_cell_fields (self->cell)->status));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
telaah_outline_cell_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  TelaahOutlineCell *self = TELAAH_OUTLINE_CELL (object);
  TelaahStatus status;

  if (prop_id != PROP_STATUS)
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  else if (self->cell != NULL && telaah_status_from_string (g_value_get_string (value), &status) &&
           status != telaah_cell_fields (self->cell)->status)
    set_status (self, &status, NULL);
}

static void
telaah_outline_cell_dispose (GObject *object)
{
  TelaahOutlineCell *self = TELAAH_OUTLINE_CELL (object);
  GtkWidget *child;

  gtk_widget_dispose_template (GTK_WIDGET (self), TELAAH_TYPE_OUTLINE_CELL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  g_clear_object (&self->cell);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (telaah_outline_cell_parent_class)->dispose (object);
}

static void
telaah_outline_cell_finalize (GObject *object)
{
  TelaahOutlineCell *self = TELAAH_OUTLINE_CELL (object);

  g_free (self->point);
  g_free (self->source);

  G_OBJECT_CLASS (telaah_outline_cell_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (TELAAH_TYPE_TEXT_EDITOR);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/telaah/Telaah/telaah-outline-cell.ui");
  gtk_widget_class_bind_template_child (widget_class, TelaahOutlineCell, name);
  gtk_widget_class_bind_template_child (widget_class, TelaahOutlineCell, mark);
  gtk_widget_class_bind_template_child (widget_class, TelaahOutlineCell, stale_button);
  gtk_widget_class_bind_template_child (widget_class, TelaahOutlineCell, stale_label);
  gtk_widget_class_bind_template_child (widget_class, TelaahOutlineCell, proposal_button);
  gtk_widget_class_bind_template_child (widget_class, TelaahOutlineCell, proposal_label);
  gtk_widget_class_bind_template_child (widget_class, TelaahOutlineCell, menu_button);
  gtk_widget_class_bind_template_child (widget_class, TelaahOutlineCell, summary);
  gtk_widget_class_bind_template_child (widget_class, TelaahOutlineCell, translation);
  gtk_widget_class_bind_template_child (widget_class, TelaahOutlineCell, quotes);
  gtk_widget_class_bind_template_child (widget_class, TelaahOutlineCell, more_button);
  gtk_widget_class_bind_template_callback (widget_class, name_tooltip_cb);
  gtk_widget_class_bind_template_callback (widget_class, commit_cb);
  gtk_widget_class_bind_template_callback (widget_class, translation_commit_cb);
  gtk_widget_class_bind_template_callback (widget_class, link_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, done_cb);
  gtk_widget_class_bind_template_callback (widget_class, more_clicked_cb);
}

static void
telaah_outline_cell_class_init (TelaahOutlineCellClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = telaah_outline_cell_get_property;
  object_class->set_property = telaah_outline_cell_set_property;
  object_class->dispose = telaah_outline_cell_dispose;
  object_class->finalize = telaah_outline_cell_finalize;

  properties[PROP_STATUS] =
    g_param_spec_string ("status", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  bind_template (widget_class);
  gtk_widget_class_install_property_action (widget_class, "cell.status", "status");
  gtk_widget_class_install_action (widget_class, "cell.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "cell.confirm", NULL, confirm_action);
  gtk_widget_class_install_action (widget_class, "cell.accept", NULL, judge_action);
  gtk_widget_class_install_action (widget_class, "cell.decline", NULL, judge_action);
  gtk_widget_class_install_action (widget_class, "cell.insert-quote", NULL, insert_quote_action);
  gtk_widget_class_install_action (widget_class, "cell.candidates", NULL, candidates_action);

  gtk_widget_class_set_css_name (widget_class, "outline-cell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
telaah_outline_cell_init (TelaahOutlineCell *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);

  telaah_text_editor_set_leading (self->summary, 1.35);
  telaah_text_editor_set_leading (self->translation, 1.35);
  telaah_linking_attach (self->summary, TELAAH_LINK_SUMMARY, linking_failed_cb, self);
  telaah_linking_attach (self->translation, TELAAH_LINK_TRANSLATION, linking_failed_cb, self);
  gtk_menu_button_set_create_popup_func (self->menu_button, make_menu_cb, NULL, NULL);
  gtk_menu_button_set_create_popup_func (self->stale_button, make_stale_cb, self, NULL);
  gtk_menu_button_set_create_popup_func (self->proposal_button, make_proposal_cb, self, NULL);
}

/* Its telaah_outline_cell_show() is to follow. */
GtkWidget *
telaah_outline_cell_new (TelaahSession *session,
                         const char    *point,
                         const char    *source)
{
  TelaahOutlineCell *self = g_object_new (TELAAH_TYPE_OUTLINE_CELL, NULL);

  self->session = g_object_ref (session);
  self->point = g_strdup (point);
  self->source = g_strdup (source);
  telaah_quote_insert_attach (self->summary, TELAAH_LINK_SUMMARY, session, point, source);
  telaah_quote_insert_attach (self->translation, TELAAH_LINK_TRANSLATION, session, point, source);

  return GTK_WIDGET (self);
}

const char *
telaah_outline_cell_get_source (TelaahOutlineCell *self)
{
  g_return_val_if_fail (TELAAH_IS_OUTLINE_CELL (self), NULL);

  return self->source;
}

/* What is said now; a summary that is being written stays. */
void
telaah_outline_cell_show (TelaahOutlineCell *self,
                          TelaahCell        *cell)
{
  g_return_if_fail (TELAAH_IS_OUTLINE_CELL (self));

  g_set_object (&self->cell, cell);
  show_name (self);
  show_status (self);
  show_stale (self);
  show_proposal (self);
  show_words (self);
  show_quotes (self);
}

/* Returns: %FALSE where it is not stale */
gboolean
telaah_outline_cell_focus_stale (TelaahOutlineCell *self)
{
  g_return_val_if_fail (TELAAH_IS_OUTLINE_CELL (self), FALSE);

  return gtk_widget_get_visible (GTK_WIDGET (self->stale_button)) &&
         gtk_widget_grab_focus (GTK_WIDGET (self->stale_button));
}

gboolean
telaah_outline_cell_flush (TelaahOutlineCell *self)
{
  g_return_val_if_fail (TELAAH_IS_OUTLINE_CELL (self), FALSE);

  return telaah_text_editor_flush (self->summary) & telaah_text_editor_flush (self->translation);
}

/* Whether something of it would be lost with the widget. */
gboolean
telaah_outline_cell_is_kept (TelaahOutlineCell *self)
{
  g_return_val_if_fail (TELAAH_IS_OUTLINE_CELL (self), FALSE);

  return telaah_text_editor_is_dirty (self->summary) || telaah_text_editor_is_dirty (self->translation) ||
         (gtk_widget_get_state_flags (GTK_WIDGET (self)) & GTK_STATE_FLAG_FOCUS_WITHIN);
}
