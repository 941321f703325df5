/* One point as a section of the document. It is an empty box until it is built, which the column
 * asks for when it comes near, so that hundreds of points cost what a page of them does.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/outline/telaah-outline-block.h"

#include <glib/gi18n.h>

#include "app/outline/telaah-outline-cell.h"
#include "app/outline/telaah-outline-points.h"
#include "app/outline/telaah-outline-title.h"
#include "app/telaah-text-editor.h"

struct _TelaahOutlineBlock
{
  GtkWidget           parent_instance;

  TelaahSession      *session;
  char               *point;
  char               *number;
  gboolean            built;

  /* What is there only when it is built. */
  GtkWidget          *heading;
  GtkWidget          *number_label;
  TelaahOutlineTitle *title;
  GtkWidget          *description;
  GtkWidget          *cells;            /* TelaahOutlineCell, in the order of the sources */
  GtkWidget          *unread;
  TelaahTextEditor   *similarities;
  TelaahTextEditor   *differences;
};

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

/* A cell that nobody has read, and that nothing is tagged for, has nothing to show. */
static gboolean
is_blank (TelaahCell *cell)
{
  const TelaahCellFields *fields = telaah_cell_fields (cell);

  return fields->status == TELAAH_STATUS_UNREAD && (fields->summary == NULL || *fields->summary == '\0') &&
         telaah_cell_get_evidence (cell)->len == 0;
}

static TelaahOutlineCell *
find_cell (TelaahOutlineBlock *self,
           const char         *source)
{
  GtkWidget *cell = gtk_widget_get_first_child (self->cells);

  while (cell != NULL && g_strcmp0 (telaah_outline_cell_get_source (TELAAH_OUTLINE_CELL (cell)), source) != 0)
    cell = gtk_widget_get_next_sibling (cell);

  return (TelaahOutlineCell *) cell;
}

/* Those of before are kept, since one may be written in. */
static void
show_cells (TelaahOutlineBlock *self)
{
  GListModel *sources = telaah_session_get_sources (self->session);
  guint n = g_list_model_get_n_items (sources);
  g_autoptr(GString) unread = g_string_new (NULL);
  GtkWidget *last = NULL, *child;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(TelaahSource) source = g_list_model_get_item (sources, i);
      const char *id = telaah_source_fields (source)->id;
      g_autoptr(TelaahCell) cell = telaah_session_dup_cell (self->session, self->point, id);
      TelaahOutlineCell *shown = find_cell (self, id);

      if (is_blank (cell) && (shown == NULL || !telaah_outline_cell_is_kept (shown)))
        {
          g_autofree char *link = g_markup_printf_escaped ("<a href=\"%s\">%s</a>", id,
                                                           telaah_source_get_name (source));

          g_string_append_printf (unread, unread->len > 0 ? ", %s" : "%s", link);
          continue;
        }

      if (shown == NULL)
        shown = TELAAH_OUTLINE_CELL (telaah_outline_cell_new (self->session, self->point, id));
      if (gtk_widget_get_parent (GTK_WIDGET (shown)) == NULL)
        gtk_box_insert_child_after (GTK_BOX (self->cells), GTK_WIDGET (shown), last);
      else
        gtk_box_reorder_child_after (GTK_BOX (self->cells), GTK_WIDGET (shown), last);
      telaah_outline_cell_show (shown, cell);
      last = GTK_WIDGET (shown);
    }

  /* What is behind the last one has no source, or nothing to show, any more. */
  while ((child = last != NULL ? gtk_widget_get_next_sibling (last)
                               : gtk_widget_get_first_child (self->cells)) != NULL)
    gtk_box_remove (GTK_BOX (self->cells), child);

  gtk_widget_set_visible (self->unread, unread->len > 0);
  if (unread->len > 0)
    {
      /* Translators: followed by the names of sources */
      g_autofree char *markup = g_strdup_printf (_("Not yet read: %s"), unread->str);

      gtk_label_set_markup (GTK_LABEL (self->unread), markup);
    }
}

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

static void
show_point (TelaahOutlineBlock *self,
            TelaahPoint        *point)
{
  const TelaahPointFields *fields = telaah_point_fields (point);
  const char *title = telaah_point_get_label (self->session, point);
  TelaahTheme *theme = telaah_session_find_theme (self->session, fields->theme);
  const char *description = theme != NULL ? telaah_theme_fields (theme)->description : NULL;
  g_autofree char *similarities = g_strdup_printf (_("Similarities on %s"), title);
  g_autofree char *differences = g_strdup_printf (_("Differences on %s"), title);

  gtk_label_set_label (GTK_LABEL (self->number_label), self->number);
  telaah_outline_title_set_title (self->title, title);
  telaah_outline_title_set_level (self->title, fields->depth + 1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);

  gtk_label_set_label (GTK_LABEL (self->description), description != NULL ? description : "");
  gtk_widget_set_visible (self->description, description != NULL && *description != '\0');

  telaah_text_editor_set_label (self->similarities, similarities);
  telaah_text_editor_set_text (self->similarities, fields->similarities);
  telaah_text_editor_set_label (self->differences, differences);
  telaah_text_editor_set_text (self->differences, fields->differences);
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
  gtk_widget_set_parent (label, GTK_WIDGET (self));

  return label;
}

static TelaahTextEditor *
add_editor (TelaahOutlineBlock *self,
            const char         *heading,
            const char         *placeholder,
            GCallback           commit)
{
  GtkWidget *editor = telaah_text_editor_new ();

  add_label (self, heading, "outline-label");
  telaah_text_editor_set_placeholder (TELAAH_TEXT_EDITOR (editor), placeholder);
  telaah_text_editor_set_leading (TELAAH_TEXT_EDITOR (editor), 1.35);
  gtk_widget_add_css_class (editor, "outline-text");
  g_signal_connect_swapped (editor, "commit", commit, self);
  g_signal_connect_swapped (editor, "done", G_CALLBACK (done_cb), self);
  gtk_widget_set_parent (editor, GTK_WIDGET (self));

  return TELAAH_TEXT_EDITOR (editor);
}

static void
add_heading (TelaahOutlineBlock *self)
{
  self->heading = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->heading, "outline-heading");
  gtk_widget_set_parent (self->heading, GTK_WIDGET (self));

  self->number_label = gtk_label_new (NULL);
  gtk_label_set_yalign (GTK_LABEL (self->number_label), 0);
  gtk_widget_add_css_class (self->number_label, "number");
  gtk_box_append (GTK_BOX (self->heading), self->number_label);

  self->title = TELAAH_OUTLINE_TITLE (telaah_outline_title_new ());
  gtk_widget_set_hexpand (GTK_WIDGET (self->title), TRUE);
  g_signal_connect_swapped (self->title, "rename", G_CALLBACK (rename_cb), self);
  gtk_box_append (GTK_BOX (self->heading), GTK_WIDGET (self->title));
}

void
telaah_outline_block_build (TelaahOutlineBlock *self)
{
  g_return_if_fail (TELAAH_IS_OUTLINE_BLOCK (self));

  if (self->built)
    return;

  self->built = TRUE;
  add_heading (self);
  self->description = add_label (self, NULL, "outline-description");

  self->cells = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (self->cells, GTK_WIDGET (self));

  self->unread = add_label (self, NULL, "outline-unread");
  g_signal_connect_swapped (self->unread, "activate-link", G_CALLBACK (unread_link_cb), self);

  self->similarities = add_editor (self, _("Similarities"), _("What do they agree on?"),
                                   G_CALLBACK (similarities_commit_cb));
  self->differences = add_editor (self, _("Differences"), _("Where do they part?"),
                                  G_CALLBACK (differences_commit_cb));

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

void
telaah_outline_block_set_number (TelaahOutlineBlock *self,
                                 const char         *number)
{
  g_return_if_fail (TELAAH_IS_OUTLINE_BLOCK (self));

  g_free (self->number);
  self->number = g_strdup (number);
  if (self->built)
    gtk_label_set_label (GTK_LABEL (self->number_label), number);
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
  show_cells (self);
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
  done = telaah_text_editor_flush (self->similarities);
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

/* @source: (nullable): what is stale or not yet read of it gets the focus; %NULL: the title. */
void
telaah_outline_block_focus (TelaahOutlineBlock *self,
                            const char         *source)
{
  TelaahOutlineCell *cell;

  g_return_if_fail (TELAAH_IS_OUTLINE_BLOCK (self));

  telaah_outline_block_build (self);
  cell = source != NULL ? find_cell (self, source) : NULL;

  if (cell != NULL && (telaah_outline_cell_focus_stale (cell) ||
                       gtk_widget_child_focus (GTK_WIDGET (cell), GTK_DIR_TAB_FORWARD)))
    return;
  if (source != NULL && gtk_widget_get_visible (self->unread) && gtk_widget_grab_focus (self->unread))
    return;

  gtk_widget_grab_focus (GTK_WIDGET (self->title));
}
