/* One point as a section of the document. It is an empty box until it is built, which the column
 * asks for when it comes near, so that hundreds of points cost what a page of them does.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/outline/telaah-outline-block-private.h"

#include <glib/gi18n.h>

#include "app/outline/telaah-outline-drag.h"
#include "app/outline/telaah-outline-points.h"
#include "app/outline/telaah-quote-insert.h"
#include "app/telaah-linking.h"
#include "formats/telaah-outline-words.h"

/* For how many cells there is room at first; the others follow, some a frame. */
#define FIRST 6

G_DEFINE_FINAL_TYPE (TelaahOutlineBlock, telaah_outline_block, GTK_TYPE_WIDGET)

/* ---- Verbs ---- */

static gboolean
set_point (TelaahOutlineBlock *self,
           const char         *key,
           const char         *value)
{
  g_autoptr(GError) error = NULL;

  if (telaah_session_set_point (self->session, self->point, key, value, &error))
    return TRUE;

  gtk_widget_activate_action (GTK_WIDGET (self), "outline.fail", "s", error->message);

  return FALSE;
}

static void
rename_cb (TelaahOutlineBlock *self,
           const char         *title)
{
  set_point (self, "title", title);
}

static void
similarities_commit_cb (TelaahOutlineBlock *self,
                        const char         *text)
{
  if (!set_point (self, "similarities", text))
    telaah_text_editor_reject (self->similarities);
}

static void
differences_commit_cb (TelaahOutlineBlock *self,
                       const char         *text)
{
  if (!set_point (self, "differences", text))
    telaah_text_editor_reject (self->differences);
}

static void
question_commit_cb (TelaahOutlineBlock *self,
                    const char         *text)
{
  if (!set_point (self, "question", text))
    telaah_text_editor_reject (self->question);
}

static void
link_activated_cb (TelaahOutlineBlock *self,
                   TelaahLink         *link)
{
  telaah_outline_follow_link (GTK_WIDGET (self), self->session, link);
}

static void
linking_failed_cb (gpointer    user_data,
                   const char *message)
{
  gtk_widget_activate_action (GTK_WIDGET (user_data), "outline.fail", "s", message);
}

static void
insert_clicked_cb (TelaahTextEditor *editor)
{
  telaah_text_editor_edit (editor, FALSE);
  telaah_quote_insert_open (editor);
}

static void
fold_clicked_cb (TelaahOutlineBlock *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "document.fold", "(sb)", self->point, !self->folded);
}

static void
done_cb (TelaahOutlineBlock *self)
{
  gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))), GTK_DIR_TAB_FORWARD);
}

static gboolean
unread_link_cb (TelaahOutlineBlock *self,
                const char         *source)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "outline.open-source", "s", source);

  return TRUE;
}

/* Whose words are being written is the point that the commands are about. */
static void
focus_enter_cb (TelaahOutlineBlock *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "outline.enter", "s", self->point);
}

/* ---- Showing ---- */

static void
show_level (TelaahOutlineBlock *self,
            guint               depth)
{
  static const char *const classes[] = { "level-1", "level-2", "level-3" };
  guint level = MIN (depth, G_N_ELEMENTS (classes) - 1);

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    if (i == level)
      gtk_widget_add_css_class (GTK_WIDGET (self), classes[i]);
    else
      gtk_widget_remove_css_class (GTK_WIDGET (self), classes[i]);
}

/* Of a theme that says what it is for, that is what is asked until there is a question. */
static void
show_question (TelaahOutlineBlock      *self,
               const TelaahPointFields *fields,
               const char              *title)
{
  TelaahTheme *theme = telaah_session_find_theme (self->session, fields->theme);
  const char *description = theme != NULL ? telaah_theme_fields (theme)->description : NULL;
  gboolean described = description != NULL && *description != '\0';
  g_autofree char *label = g_strdup_printf (_("Question on %s"), title);

  telaah_text_editor_set_placeholder (self->question,
                                      described ? description : _("What is asked of the sources here?"));
  telaah_text_editor_set_label (self->question, label);
  telaah_text_editor_set_text (self->question, fields->question);
}

static void
show_point (TelaahOutlineBlock *self,
            TelaahPoint        *point)
{
  const TelaahPointFields *fields = telaah_point_fields (point);
  const char *title = telaah_point_get_label (self->session, point);
  g_autofree char *condition = telaah_point_dup_condition (point);
  g_autofree char *similarities = g_strdup_printf (_("Similarities on %s"), title);
  g_autofree char *differences = g_strdup_printf (_("Differences on %s"), title);

  gtk_label_set_label (GTK_LABEL (self->number_label), self->number);
  telaah_outline_title_set_title (self->title, title);
  telaah_outline_title_set_level (self->title, fields->depth + 1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);

  gtk_label_set_label (GTK_LABEL (self->condition), condition != NULL ? condition : "");
  gtk_widget_set_visible (self->condition, condition != NULL);
  show_question (self, fields, title);

  telaah_text_editor_set_label (self->similarities, similarities);
  telaah_text_editor_set_text (self->similarities, fields->similarities);
  telaah_linking_show (self->similarities, self->session, self->point, NULL);
  telaah_text_editor_set_label (self->differences, differences);
  telaah_text_editor_set_text (self->differences, fields->differences);
  telaah_linking_show (self->differences, self->session, self->point, NULL);
}

static void
show_fold (TelaahOutlineBlock *self)
{
  g_autofree char *below = g_strdup_printf (ngettext ("%u point below", "%u points below", self->n_below),
                                            self->n_below);
  g_autofree char *title = telaah_outline_title_dup_title (self->title);
  g_autofree char *label = g_strdup_printf (self->folded ? _("Unfold %s") : _("Fold %s"), title);

  gtk_widget_set_visible (self->content, !self->folded);
  gtk_label_set_label (GTK_LABEL (self->below_label), below);
  gtk_widget_set_visible (self->below_label, self->folded && self->n_below > 0);
  gtk_button_set_icon_name (GTK_BUTTON (self->fold_button), self->folded ? "pan-end-symbolic" : "pan-down-symbolic");
  gtk_widget_set_tooltip_text (self->fold_button, self->folded ? _("Unfold") : _("Fold"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->fold_button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->fold_button), GTK_ACCESSIBLE_STATE_EXPANDED, !self->folded, -1);
  if (self->folded)
    gtk_widget_add_css_class (GTK_WIDGET (self), "folded");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "folded");
}

/* ---- Building ---- */

static GtkWidget *
add_label (TelaahOutlineBlock *self,
           const char         *text,
           const char         *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (self->content), label);

  return label;
}

static TelaahTextEditor *
editor_new (TelaahOutlineBlock *self,
            const char         *css_class,
            GCallback           commit)
{
  GtkWidget *editor = telaah_text_editor_new ();

  gtk_widget_add_css_class (editor, css_class);
  g_signal_connect_swapped (editor, "commit", commit, self);
  g_signal_connect_swapped (editor, "done", G_CALLBACK (done_cb), self);

  return TELAAH_TEXT_EDITOR (editor);
}

/* An end of the row: a heading with a button to insert a quote, and what is written. */
static TelaahTextEditor *
add_end (TelaahOutlineBlock *self,
         TelaahLinkKind      kind,
         const char         *heading,
         const char         *placeholder,
         GCallback           commit)
{
  TelaahTextEditor *editor = editor_new (self, "outline-text", commit);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (heading), *button = gtk_button_new_with_label (_("Insert Quote…"));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "outline-label");
  gtk_widget_add_css_class (box, "outline-end");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "outline-insert");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (insert_clicked_cb), editor);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), button);
  gtk_box_append (GTK_BOX (self->content), box);

  telaah_text_editor_set_placeholder (editor, placeholder);
  telaah_text_editor_set_leading (editor, 1.35);
  telaah_linking_attach (editor, kind, linking_failed_cb, self);
  telaah_quote_insert_attach (editor, kind, self->session, self->point, NULL);
  g_signal_connect_swapped (editor, "link-activated", G_CALLBACK (link_activated_cb), self);
  gtk_box_append (GTK_BOX (self->content), GTK_WIDGET (editor));

  return editor;
}

/* Made when it is asked for. */
static void
make_menu_cb (GtkMenuButton *button,
              gpointer       user_data)
{
  g_autoptr(GtkBuilder) builder = NULL;

  if (gtk_menu_button_get_popover (button) != NULL)
    return;

  builder = gtk_builder_new_from_resource ("/org/telaah/Telaah/telaah-outline-menus.ui");
  gtk_menu_button_set_popover (button, GTK_WIDGET (gtk_popover_menu_new_from_model (
                                         G_MENU_MODEL (gtk_builder_get_object (builder, "point_menu")))));
}

static GtkWidget *
menu_button_new (void)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), make_menu_cb, NULL, NULL);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("Point"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Point"), -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "outline-menu");

  return button;
}

static void
add_heading (TelaahOutlineBlock *self)
{
  self->heading = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->heading, "outline-heading");
  gtk_widget_set_parent (self->heading, GTK_WIDGET (self));

  self->fold_button = gtk_button_new_from_icon_name ("pan-down-symbolic");
  gtk_widget_set_focusable (self->fold_button, FALSE);   /* the keyboard folds with the arrows, on the title */
  gtk_widget_set_valign (self->fold_button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->fold_button, "flat");
  gtk_widget_add_css_class (self->fold_button, "outline-fold");
  g_signal_connect_swapped (self->fold_button, "clicked", G_CALLBACK (fold_clicked_cb), self);
  gtk_box_append (GTK_BOX (self->heading), self->fold_button);

  self->number_label = gtk_label_new (NULL);
  gtk_label_set_yalign (GTK_LABEL (self->number_label), 0);
  gtk_widget_add_css_class (self->number_label, "number");
  gtk_box_append (GTK_BOX (self->heading), self->number_label);

  self->title = TELAAH_OUTLINE_TITLE (telaah_outline_title_new ());
  g_signal_connect_swapped (self->title, "rename", G_CALLBACK (rename_cb), self);
  gtk_box_append (GTK_BOX (self->heading), GTK_WIDGET (self->title));

  self->below_label = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->below_label, "outline-below");
  gtk_box_append (GTK_BOX (self->heading), self->below_label);
  gtk_box_append (GTK_BOX (self->heading), menu_button_new ());

  telaah_outline_drag_attach (GTK_WIDGET (self), self->heading, self->session, self->point);
}

static void
add_content (TelaahOutlineBlock *self)
{
  self->content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (self->content, GTK_WIDGET (self));

  self->question = editor_new (self, "outline-question", G_CALLBACK (question_commit_cb));
  gtk_box_append (GTK_BOX (self->content), GTK_WIDGET (self->question));
  self->condition = add_label (self, NULL, "outline-condition");

  self->cells = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->content), self->cells);

  self->unread = add_label (self, NULL, "outline-unread");
  g_signal_connect_swapped (self->unread, "activate-link", G_CALLBACK (unread_link_cb), self);

  self->similarities = add_end (self, TELAAH_LINK_SIMILARITIES, _("Similarities"), _("What do they agree on?"),
                                G_CALLBACK (similarities_commit_cb));
  self->differences = add_end (self, TELAAH_LINK_DIFFERENCES, _("Differences"), _("Where do they part?"),
                               G_CALLBACK (differences_commit_cb));
}

void
telaah_outline_block_build (TelaahOutlineBlock *self)
{
  g_return_if_fail (TELAAH_IS_OUTLINE_BLOCK (self));

  if (self->built)
    return;

  self->built = TRUE;
  self->room = FIRST;
  add_heading (self);
  add_content (self);

  telaah_outline_block_refresh (self);
}

static void
clear (TelaahOutlineBlock *self)
{
  GtkWidget *child;

  self->built = FALSE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

/* ---- The object ---- */

static void
telaah_outline_block_dispose (GObject *object)
{
  TelaahOutlineBlock *self = TELAAH_OUTLINE_BLOCK (object);

  clear (self);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (telaah_outline_block_parent_class)->dispose (object);
}

static void
telaah_outline_block_finalize (GObject *object)
{
  TelaahOutlineBlock *self = TELAAH_OUTLINE_BLOCK (object);

  g_free (self->point);
  g_free (self->number);

  G_OBJECT_CLASS (telaah_outline_block_parent_class)->finalize (object);
}

static void
telaah_outline_block_class_init (TelaahOutlineBlockClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = telaah_outline_block_dispose;
  G_OBJECT_CLASS (klass)->finalize = telaah_outline_block_finalize;

  gtk_widget_class_set_css_name (widget_class, "outline-block");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
telaah_outline_block_init (TelaahOutlineBlock *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);

  g_signal_connect_swapped (focus, "enter", G_CALLBACK (focus_enter_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

GtkWidget *
telaah_outline_block_new (TelaahSession *session,
                          const char    *point)
{
  TelaahOutlineBlock *self = g_object_new (TELAAH_TYPE_OUTLINE_BLOCK, NULL);

  self->session = g_object_ref (session);
  self->point = g_strdup (point);
  self->number = g_strdup ("");

  return GTK_WIDGET (self);
}

const char *
telaah_outline_block_get_point (TelaahOutlineBlock *self)
{
  g_return_val_if_fail (TELAAH_IS_OUTLINE_BLOCK (self), NULL);

  return self->point;
}

/* @n_below: how many points stand below it; @folded: they are not shown, nor what is written here. */
void
telaah_outline_block_set_place (TelaahOutlineBlock *self,
                                const char         *number,
                                guint               n_below,
                                gboolean            folded)
{
  g_return_if_fail (TELAAH_IS_OUTLINE_BLOCK (self));

  g_free (self->number);
  self->number = g_strdup (number);
  self->n_below = n_below;
  self->folded = folded;
  if (self->built)
    {
      gtk_label_set_label (GTK_LABEL (self->number_label), number);
      show_fold (self);
    }
}

gboolean
telaah_outline_block_is_built (TelaahOutlineBlock *self)
{
  g_return_val_if_fail (TELAAH_IS_OUTLINE_BLOCK (self), FALSE);

  return self->built;
}

/**
 * telaah_outline_block_strip:
 *
 * Gives back what building it made, unless something is being written there.
 *
 * Returns: whether it is an empty box now
 */
gboolean
telaah_outline_block_strip (TelaahOutlineBlock *self)
{
  g_return_val_if_fail (TELAAH_IS_OUTLINE_BLOCK (self), FALSE);

  if (!self->built)
    return TRUE;
  if ((gtk_widget_get_state_flags (GTK_WIDGET (self)) & GTK_STATE_FLAG_FOCUS_WITHIN) ||
      !telaah_outline_block_flush (self))
    return FALSE;

  clear (self);

  return TRUE;
}

/* Shows what the project has now, without a touch on what is being written. */
void
telaah_outline_block_refresh (TelaahOutlineBlock *self)
{
  TelaahPoint *point;

  g_return_if_fail (TELAAH_IS_OUTLINE_BLOCK (self));

  point = telaah_session_find_point (self->session, self->point);
  if (point == NULL)
    return;

  show_level (self, telaah_point_fields (point)->depth);
  if (!self->built)
    return;

  show_point (self, point);
  telaah_outline_block_show_cells (self);
  show_fold (self);
}

gboolean
telaah_outline_block_flush (TelaahOutlineBlock *self)
{
  gboolean done;

  g_return_val_if_fail (TELAAH_IS_OUTLINE_BLOCK (self), FALSE);

  if (!self->built)
    return TRUE;

  /* All of them, whatever one of them says. */
  telaah_outline_title_flush (self->title);
  done = telaah_text_editor_flush (self->question);
  done = telaah_text_editor_flush (self->similarities) && done;
  done = telaah_text_editor_flush (self->differences) && done;
  for (GtkWidget *cell = gtk_widget_get_first_child (self->cells), *next; cell != NULL; cell = next)
    {
      next = gtk_widget_get_next_sibling (cell);
      done = telaah_outline_cell_flush (TELAAH_OUTLINE_CELL (cell)) && done;
    }

  return done;
}

void
telaah_outline_block_edit_title (TelaahOutlineBlock *self)
{
  g_return_if_fail (TELAAH_IS_OUTLINE_BLOCK (self));

  telaah_outline_block_build (self);
  telaah_outline_title_edit (self->title);
}
