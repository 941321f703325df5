/* The commands of the view Outline, and what its blocks ask of it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/outline/telaah-outline-page-private.h"

#include <glib/gi18n.h>

#include "app/compare/telaah-point-move.h"
#include "app/outline/telaah-outline-points.h"

static void
fail (TelaahOutlinePage *self,
      const GError      *error)
{
  telaah_outline_page_emit (self, TELAAH_OUTLINE_FAILED, error->message, NULL);
}

/* ---- Structure ---- */

static void
rename_point (TelaahOutlinePage *self,
              const char        *point)
{
  TelaahOutlineBlock *block = telaah_outline_column_scroll_to (self->column, point);

  if (block != NULL)
    telaah_outline_block_edit_title (block);
}

/* Under @parent, and its title is there to be written. */
static void
add_point (TelaahOutlinePage *self,
           const char        *parent)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *point = NULL;

  if (self->session == NULL)
    return;

  telaah_outline_page_flush (self);
  point = telaah_session_add_point (self->session, _("New point"), NULL, parent, TRUE, &error);
  if (point == NULL)
    {
      fail (self, error);
      return;
    }

  telaah_outline_page_update (self);
  telaah_outline_page_set_point (self, point);
  rename_point (self, point);
}

static void
add_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  add_point (TELAAH_OUTLINE_PAGE (widget), NULL);
}

static void
add_below_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  g_autofree char *parent = g_strdup (TELAAH_OUTLINE_PAGE (widget)->point);

  add_point (TELAAH_OUTLINE_PAGE (widget), parent);
}

static void
rename_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  rename_point (TELAAH_OUTLINE_PAGE (widget), TELAAH_OUTLINE_PAGE (widget)->point);
}

static void
remove_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  TelaahOutlinePage *self = TELAAH_OUTLINE_PAGE (widget);
  TelaahPoint *point = self->session != NULL ? telaah_session_find_point (self->session, self->point) : NULL;
  g_autofree char *id = g_strdup (self->point);
  g_autofree char *message = NULL;
  g_autoptr(GError) error = NULL;

  if (point == NULL)
    return;

  message = g_strdup_printf (_("“%s” removed"), telaah_point_get_label (self->session, point));
  telaah_outline_page_flush (self);
  if (telaah_session_remove_point (self->session, id, &error))
    telaah_outline_page_emit (self, TELAAH_OUTLINE_REMOVED, message, NULL);
  else
    fail (self, error);
}

static void
move_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  static const char *const names[] = { "point.move-up", "point.move-down", "point.nest", "point.lift", NULL };
  TelaahOutlinePage *self = TELAAH_OUTLINE_PAGE (widget);
  g_autofree char *point = g_strdup (self->point);
  TelaahPointMove move = TELAAH_POINT_MOVE_UP;
  const char *parent, *before;
  g_autoptr(GError) error = NULL;

  while (names[move] != NULL && !g_str_equal (names[move], name))
    move++;

  if (self->session == NULL || point == NULL ||
      !telaah_point_find_place (telaah_session_get_points (self->session), point, move, &parent, &before))
    {
      gtk_widget_error_bell (widget);
      return;
    }

  if (!telaah_session_move_point (self->session, point, parent, before, &error))
    {
      fail (self, error);
      return;
    }

  telaah_outline_page_update (self);
  telaah_outline_page_set_point (self, point);
}

/* ---- Folding, and one point alone ---- */

/* Of the document; the list beside it folds by itself. Where there is nothing to fold any more, up to the one above. */
static void
fold_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  TelaahOutlinePage *self = TELAAH_OUTLINE_PAGE (widget);
  g_autofree char *point = g_strdup (self->point);
  gboolean folded = telaah_outline_column_get_folded (self->column, point);
  gboolean fold = g_str_equal (name, "point.fold") ? !folded : g_str_equal (name, "point.fold-away");
  TelaahPoint *item = self->session != NULL ? telaah_session_find_point (self->session, point) : NULL;

  if (item == NULL)
    return;

  if (fold != folded)
    telaah_outline_column_set_folded (self->column, point, fold);
  else if (fold && telaah_point_fields (item)->parent != NULL)
    {
      g_autofree char *parent = g_strdup (telaah_point_fields (item)->parent);

      telaah_outline_block_focus (telaah_outline_column_scroll_to (self->column, parent), NULL);
    }
}

static void
fold_all_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  TelaahOutlinePage *self = TELAAH_OUTLINE_PAGE (widget);

  if (self->session != NULL)
    telaah_outline_column_fold_all (self->column, g_str_equal (name, "outline.fold-all"));
}

/* On the point at hand, and those below it. */
static void
focus_point_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  TelaahOutlinePage *self = TELAAH_OUTLINE_PAGE (widget);
  g_autofree char *point = g_strdup (self->point);

  if (point == NULL)
    return;

  telaah_outline_page_show_document (self);
  telaah_outline_column_set_root (self->column, point);
  telaah_outline_column_scroll_to (self->column, point);
}

static void
focus_on_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  TelaahOutlinePage *self = TELAAH_OUTLINE_PAGE (widget);
  g_autofree char *point = parameter != NULL ? g_variant_dup_string (parameter, NULL) : g_strdup ("");
  g_autofree char *here = g_strdup (telaah_outline_column_get_root (self->column));

  telaah_outline_column_set_root (self->column, *point != '\0' ? point : NULL);
  telaah_outline_column_scroll_to (self->column, *point != '\0' ? point : here);
}

static void
show_document_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  telaah_outline_page_show_document (TELAAH_OUTLINE_PAGE (widget));
}

/* ---- What the blocks ask ---- */

static void
open_passage_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  const char *source, *passage;

  g_variant_get (parameter, "(&s&s)", &source, &passage);
  telaah_outline_page_emit (TELAAH_OUTLINE_PAGE (widget), TELAAH_OUTLINE_OPEN_PASSAGE, source, passage);
}

static void
open_cell_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  const char *point, *source;

  g_variant_get (parameter, "(&s&s)", &point, &source);
  telaah_outline_page_emit (TELAAH_OUTLINE_PAGE (widget), TELAAH_OUTLINE_OPEN_CELL, point, source);
}

/* In the document. */
static void
show_cell_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  TelaahOutlinePage *self = TELAAH_OUTLINE_PAGE (widget);
  TelaahOutlineBlock *block;
  g_autofree char *point = NULL, *source = NULL;

  g_variant_get (parameter, "(ss)", &point, &source);
  telaah_outline_page_show_document (self);
  telaah_outline_column_set_folded (self->column, point, FALSE);
  block = telaah_outline_column_scroll_to (self->column, point);
  if (block == NULL)
    return;

  telaah_outline_page_set_point (self, point);
  telaah_outline_block_focus (block, source);
}

static void
open_theme_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  telaah_outline_page_emit (TELAAH_OUTLINE_PAGE (widget), TELAAH_OUTLINE_OPEN_THEME,
                            g_variant_get_string (parameter, NULL), NULL);
}

static void
removed_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  telaah_outline_page_emit (TELAAH_OUTLINE_PAGE (widget), TELAAH_OUTLINE_REMOVED,
                            g_variant_get_string (parameter, NULL), NULL);
}

static void
open_source_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  telaah_outline_page_emit (TELAAH_OUTLINE_PAGE (widget), TELAAH_OUTLINE_OPEN_SOURCE,
                            g_variant_get_string (parameter, NULL), NULL);
}

static void
fail_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  telaah_outline_page_emit (TELAAH_OUTLINE_PAGE (widget), TELAAH_OUTLINE_FAILED,
                            g_variant_get_string (parameter, NULL), NULL);
}

/* Somebody reads or writes in the block of this point. */
static void
enter_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  telaah_outline_page_set_point (TELAAH_OUTLINE_PAGE (widget), g_variant_get_string (parameter, NULL));
}

void
telaah_outline_page_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "outline.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "point.add", NULL, add_below_action);
  gtk_widget_class_install_action (widget_class, "point.rename", NULL, rename_action);
  gtk_widget_class_install_action (widget_class, "point.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "point.move-up", NULL, move_action);
  gtk_widget_class_install_action (widget_class, "point.move-down", NULL, move_action);
  gtk_widget_class_install_action (widget_class, "point.nest", NULL, move_action);
  gtk_widget_class_install_action (widget_class, "point.lift", NULL, move_action);

  gtk_widget_class_install_action (widget_class, "point.fold", NULL, fold_action);
  gtk_widget_class_install_action (widget_class, "point.fold-away", NULL, fold_action);
  gtk_widget_class_install_action (widget_class, "point.unfold", NULL, fold_action);
  gtk_widget_class_install_action (widget_class, "outline.fold-all", NULL, fold_all_action);
  gtk_widget_class_install_action (widget_class, "outline.unfold-all", NULL, fold_all_action);
  gtk_widget_class_install_action (widget_class, "outline.focus-point", NULL, focus_point_action);
  gtk_widget_class_install_action (widget_class, "outline.focus-on", "s", focus_on_action);
  gtk_widget_class_install_action (widget_class, "outline.leave-focus", NULL, focus_on_action);
  gtk_widget_class_install_action (widget_class, "outline.show-document", NULL, show_document_action);

  gtk_widget_class_install_action (widget_class, "outline.open-cell", "(ss)", open_cell_action);
  gtk_widget_class_install_action (widget_class, "outline.show-cell", "(ss)", show_cell_action);
  gtk_widget_class_install_action (widget_class, "outline.open-theme", "s", open_theme_action);
  gtk_widget_class_install_action (widget_class, "outline.removed", "s", removed_action);
  gtk_widget_class_install_action (widget_class, "outline.open-passage", "(ss)", open_passage_action);
  gtk_widget_class_install_action (widget_class, "outline.open-source", "s", open_source_action);
  gtk_widget_class_install_action (widget_class, "outline.fail", "s", fail_action);
  gtk_widget_class_install_action (widget_class, "outline.enter", "s", enter_action);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Insert, 0, "point.add", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Insert, 0, "point.add", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "outline.focus-point", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "outline.leave-focus", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_CONTROL_MASK | GDK_ALT_MASK,
                                       "outline.fold-all", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Right, GDK_CONTROL_MASK | GDK_ALT_MASK,
                                       "outline.unfold-all", NULL);
}
