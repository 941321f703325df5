/* What is left to do of one kind, as a list: each a click from being mended.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/outline/telaah-open-ends-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "app/outline/telaah-open-end-row.h"
#include "app/outline/telaah-point-picker.h"
#include "app/reader/telaah-row-view.h"

struct _TelaahOpenEndsPage
{
  GtkWidget          parent_instance;

  TelaahSession     *session;
  TelaahOpenEndKind  kind;
  GPtrArray         *places;     /* TelaahOpenPlace, as they are shown */
  GtkWidget         *picker;     /* NULL: none is open; its parent is the button of a row */
  char              *picking;    /* the passage that it is for */

  GtkLabel          *title;      /* from the template, as all below */
  GtkLabel          *hint;
  GtkStack          *stack;
  TelaahRowView     *view;
};

G_DEFINE_FINAL_TYPE (TelaahOpenEndsPage, telaah_open_ends_page, GTK_TYPE_WIDGET)

static const char *
get_hint (TelaahOpenEndKind kind)
{
  switch (kind)
    {
    case TELAAH_OPEN_END_UNREAD:
      return _("Nobody has said yet what these sources say on these points, or that they are silent.");

    case TELAAH_OPEN_END_STALE:
      return _("The passages have changed since the summary was written. Write it anew, or say that it is still true.");

    case TELAAH_OPEN_END_SILENT_WITH_EVIDENCE:
      return _("These sources are said to be silent, but passages of them are tagged for the point.");

    case TELAAH_OPEN_END_SINGLE_SOURCE:
      return _("With one source there is nothing to compare. Do the others say nothing on it?");

    case TELAAH_OPEN_END_UNPLACED_PASSAGE:
      return _("These passages are tagged, but are evidence of no point of this outline.");

    case TELAAH_OPEN_END_UNUSED_THEME:
    default:
      return _("No passage has these themes.");
    }
}

static void
act (TelaahOpenEndsPage *self,
     const char         *action,
     const char         *first,
     const char         *second)
{
  if (second != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), action, "(ss)", first, second);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), action, "s", first);
}

/* ---- To where it is mended ---- */

static void
activated_cb (TelaahOpenEndsPage *self,
              const char         *id)
{
  const TelaahOpenPlace *place = telaah_row_view_get_item (self->view, id);
  g_autofree char *point = place != NULL ? g_strdup (place->point) : NULL;
  g_autofree char *source = place != NULL ? g_strdup (place->source) : NULL;

  if (place == NULL)
    return;

  switch (place->kind)
    {
    case TELAAH_OPEN_END_UNPLACED_PASSAGE:
      act (self, "outline.open-passage", source, place->passage);
      break;

    case TELAAH_OPEN_END_UNUSED_THEME:
      act (self, "outline.open-theme", place->theme, NULL);
      break;

    case TELAAH_OPEN_END_STALE:
    case TELAAH_OPEN_END_SINGLE_SOURCE:
      act (self, "outline.show-cell", point, source);
      break;

    case TELAAH_OPEN_END_UNREAD:
    case TELAAH_OPEN_END_SILENT_WITH_EVIDENCE:
    default:
      act (self, "outline.open-cell", point, source);
    }
}

/* ---- Mending it here ---- */

static void
chosen_cb (TelaahOpenEndsPage *self,
           const char         *point)
{
  g_autoptr(GError) error = NULL;

  if (!telaah_session_set_evidence (self->session, point, self->picking, TELAAH_EVIDENCE_PINNED, &error))
    act (self, "outline.fail", error->message, NULL);
}

static void
drop_picker (TelaahOpenEndsPage *self)
{
  g_clear_pointer (&self->picker, gtk_widget_unparent);
}

static void
put_into_point (TelaahOpenEndsPage    *self,
                const TelaahOpenPlace *place,
                GtkWidget             *button)
{
  drop_picker (self);
  g_free (self->picking);
  self->picking = g_strdup (place->passage);
  self->picker = telaah_point_picker_new (self->session);
  g_signal_connect_swapped (self->picker, "chosen", G_CALLBACK (chosen_cb), self);
  gtk_widget_set_parent (self->picker, button);
  gtk_popover_popup (GTK_POPOVER (self->picker));
}

static void
remove_theme (TelaahOpenEndsPage *self,
              const char         *id)
{
  TelaahTheme *theme = telaah_session_find_theme (self->session, id);
  g_autofree char *message = NULL;
  g_autoptr(GError) error = NULL;

  if (theme == NULL)
    return;

  message = g_strdup_printf (_("“%s” deleted"), telaah_theme_fields (theme)->name);
  if (telaah_session_remove_theme (self->session, id, &error))
    act (self, "outline.removed", message, NULL);
  else
    act (self, "outline.fail", error->message, NULL);
}

static void
mend_cb (TelaahOpenEndsPage *self,
         const char         *id,
         TelaahOpenEndRow   *row)
{
  const TelaahStatus treated = TELAAH_STATUS_TREATED;
  const TelaahOpenPlace *place = telaah_row_view_get_item (self->view, id);
  gboolean done = TRUE;
  g_autoptr(GError) error = NULL;

  if (place == NULL)
    return;

  switch (place->kind)
    {
    case TELAAH_OPEN_END_UNREAD:
      act (self, "outline.open-source", place->source, NULL);
      break;

    case TELAAH_OPEN_END_STALE:
      done = telaah_session_confirm_cell (self->session, place->point, place->source, &error);
      break;

    case TELAAH_OPEN_END_SILENT_WITH_EVIDENCE:
      done = telaah_session_set_cell (self->session, place->point, place->source, &treated, NULL, &error);
      break;

    case TELAAH_OPEN_END_UNPLACED_PASSAGE:
      put_into_point (self, place, telaah_open_end_row_get_button (row));
      break;

    case TELAAH_OPEN_END_UNUSED_THEME:
      remove_theme (self, place->theme);
      break;

    case TELAAH_OPEN_END_SINGLE_SOURCE:
    default:
      break;
    }

  if (!done)
    act (self, "outline.fail", error->message, NULL);
}

/* ---- Rows ---- */

static const char *
get_id (gpointer item)
{
  return ((const TelaahOpenPlace *) item)->id;
}

static void
row_mend_cb (TelaahOpenEndRow   *row,
             const char         *id,
             TelaahOpenEndsPage *self)
{
  mend_cb (self, id, row);
}

static GtkWidget *
create_row (gpointer user_data)
{
  GtkWidget *row = telaah_open_end_row_new ();

  g_signal_connect_object (row, "mend", G_CALLBACK (row_mend_cb), user_data, 0);

  return row;
}

static void
bind_row (GtkWidget *row,
          gpointer   item,
          gpointer   user_data)
{
  TelaahOpenEndsPage *self = user_data;

  if (self->picker != NULL &&
      gtk_widget_get_parent (self->picker) == telaah_open_end_row_get_button (TELAAH_OPEN_END_ROW (row)))
    drop_picker (self);
  if (item != NULL)
    telaah_open_end_row_show (TELAAH_OPEN_END_ROW (row), self->session, item);
}

/* ---- The object ---- */

static gboolean
telaah_open_ends_page_grab_focus (GtkWidget *widget)
{
  TelaahOpenEndsPage *self = TELAAH_OPEN_ENDS_PAGE (widget);

  if (telaah_row_view_get_n (self->view) == 0)
    return gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);

  telaah_row_view_focus_row (self->view, telaah_row_view_get_id (self->view, 0));

  return TRUE;
}

static void
telaah_open_ends_page_dispose (GObject *object)
{
  TelaahOpenEndsPage *self = TELAAH_OPEN_ENDS_PAGE (object);
  GtkWidget *child;

  drop_picker (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), TELAAH_TYPE_OPEN_ENDS_PAGE);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->places, g_ptr_array_unref);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (telaah_open_ends_page_parent_class)->dispose (object);
}

static void
telaah_open_ends_page_finalize (GObject *object)
{
  g_free (TELAAH_OPEN_ENDS_PAGE (object)->picking);

  G_OBJECT_CLASS (telaah_open_ends_page_parent_class)->finalize (object);
}

static void
telaah_open_ends_page_class_init (TelaahOpenEndsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = telaah_open_ends_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = telaah_open_ends_page_finalize;
  widget_class->grab_focus = telaah_open_ends_page_grab_focus;

  g_type_ensure (TELAAH_TYPE_ROW_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/telaah/Telaah/telaah-open-ends-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TelaahOpenEndsPage, title);
  gtk_widget_class_bind_template_child (widget_class, TelaahOpenEndsPage, hint);
  gtk_widget_class_bind_template_child (widget_class, TelaahOpenEndsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TelaahOpenEndsPage, view);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "outline.show-document", NULL);
  gtk_widget_class_set_css_name (widget_class, "openends");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
telaah_open_ends_page_init (TelaahOpenEndsPage *self)
{
  static const TelaahRowFuncs funcs = { .get_id = get_id, .create = create_row, .bind = bind_row };

  gtk_widget_init_template (GTK_WIDGET (self));
  telaah_row_view_set_funcs (self->view, &funcs, self);
}

/* @session: (nullable), and then so is @ends: nothing is shown */
void
telaah_open_ends_page_show (TelaahOpenEndsPage *self,
                            TelaahSession      *session,
                            TelaahOpenEnds     *ends,
                            TelaahOpenEndKind   kind)
{
  g_autoptr(GPtrArray) places = ends != NULL ? g_ptr_array_ref (telaah_open_ends_get (ends, kind)) : g_ptr_array_new ();
  gboolean other = kind != self->kind || session != self->session;

  g_return_if_fail (TELAAH_IS_OPEN_ENDS_PAGE (self));

  g_set_object (&self->session, session);
  self->kind = kind;
  if (ends != NULL)
    {
      g_autofree char *title = g_strdup_printf ("%s  %'u", telaah_open_end_kind_get_label (kind), places->len);

      gtk_label_set_label (self->title, title);
      gtk_label_set_label (self->hint, get_hint (kind));
    }

  /* The view keeps the rows; their places are ours. */
  telaah_row_view_set_items (self->view, places);
  g_clear_pointer (&self->places, g_ptr_array_unref);
  self->places = g_steal_pointer (&places);
  if (other)
    telaah_row_view_go_to_top (self->view);
  telaah_row_view_refresh (self->view);
  gtk_stack_set_visible_child_name (self->stack, self->places->len > 0 ? "list" : "done");
}
