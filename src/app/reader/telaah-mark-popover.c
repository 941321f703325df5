/* On a stretch of text that is marked: why it is, and what may be done about it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-mark-popover.h"

#include <glib/gi18n.h>

#include "text/telaah-structure.h"

#define MAX_LEVEL 6

struct _TelaahMarkPopover
{
  GtkPopover     parent_instance;

  TelaahSession *session;   /* weak */
  char          *source;
  char          *mark;      /* id */

  /* From the template. */
  GtkLabel      *kind;
  GtkLabel      *reason;
  GtkWidget     *level_box;
  GtkLabel      *level;
  GtkWidget     *accept;
  GtkButton     *refuse;
};

G_DEFINE_FINAL_TYPE (TelaahMarkPopover, telaah_mark_popover, GTK_TYPE_POPOVER)

enum { DONE, FAILED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* ---- Finding ---- */

/* Borrowed of the session's list, until the next change; NULL: gone, or refused. */
TelaahMark *
telaah_mark_find (TelaahSession *session,
                  const char    *source,
                  const char    *id)
{
  GListModel *marks = telaah_session_get_marks (session, source);

  for (guint i = 0; i < g_list_model_get_n_items (marks); i++)
    {
      g_autoptr(TelaahMark) mark = g_list_model_get_item (marks, i);
      const TelaahMarkFields *f = telaah_mark_fields (mark);

      if (f->state != TELAAH_MARK_REFUSED && g_strcmp0 (f->id, id) == 0)
        return mark;
    }

  return NULL;
}

/* As above: the one in force at @offset, or right before it. */
TelaahMark *
telaah_mark_find_at (TelaahSession *session,
                     const char    *source,
                     guint          offset)
{
  GListModel *marks = telaah_session_get_marks (session, source);

  for (guint i = 0; i < g_list_model_get_n_items (marks); i++)
    {
      g_autoptr(TelaahMark) mark = g_list_model_get_item (marks, i);
      const TelaahMarkFields *f = telaah_mark_fields (mark);

      if (f->state != TELAAH_MARK_REFUSED && f->span.start <= offset && offset <= f->span.end)
        return mark;
    }

  return NULL;
}

/* ---- What it says ---- */

static void
show_heading (TelaahMarkPopover      *self,
              const TelaahMarkFields *f)
{
  /* Translators: how deep a heading stands; 1 is the title. */
  g_autofree char *level = g_strdup_printf (_("Level %u"), f->level);

  gtk_label_set_text (self->kind, _("Heading"));
  gtk_label_set_text (self->level, level);
  gtk_button_set_label (self->refuse, _("_Not a Heading"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "mark.promote", f->level > 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "mark.demote", f->level < MAX_LEVEL);
}

/* FALSE: the mark has gone. */
static gboolean
update (TelaahMarkPopover *self)
{
  TelaahMark *mark = self->session != NULL ? telaah_mark_find (self->session, self->source, self->mark) : NULL;
  const TelaahMarkFields *f = mark != NULL ? telaah_mark_fields (mark) : NULL;
  gboolean heading = f != NULL && f->kind == TELAAH_MARK_HEADING;

  if (f == NULL)
    return FALSE;

  gtk_label_set_text (self->kind, _("Page clutter"));
  gtk_button_set_label (self->refuse, f->state == TELAAH_MARK_PROPOSED ? _("_Refuse") : _("_Not Clutter"));
  if (heading)
    show_heading (self, f);
  gtk_label_set_text (self->reason, f->reason != NULL ? telaah_mark_reason_get_label (f->reason)
                                                      : _("Marked by hand"));
  gtk_widget_set_visible (self->level_box, heading);
  gtk_widget_set_visible (self->accept, f->state == TELAAH_MARK_PROPOSED);

  return TRUE;
}

static void
changed_cb (TelaahMarkPopover *self,
            TelaahChange       changes)
{
  if ((changes & (TELAAH_CHANGE_MARKS | TELAAH_CHANGE_SOURCES)) && !update (self))
    gtk_popover_popdown (GTK_POPOVER (self));
}

/* ---- Actions ---- */

/* @message: (nullable) */
static void
tell (TelaahMarkPopover *self,
      gboolean           done,
      GError            *error,
      const char        *message)
{
  if (!done)
    g_signal_emit (self, signals[FAILED], 0, error->message);
  else if (message != NULL)
    g_signal_emit (self, signals[DONE], 0, message);
}

static void
accept_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  TelaahMarkPopover *self = TELAAH_MARK_POPOVER (widget);
  const char *const marks[] = { self->mark, NULL };
  g_autoptr(GError) error = NULL;

  gtk_popover_popdown (GTK_POPOVER (self));
  tell (self, telaah_session_judge_marks (self->session, marks, TELAAH_MARK_ACCEPTED, &error), error, NULL);
}

static void
refuse_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  TelaahMarkPopover *self = TELAAH_MARK_POPOVER (widget);
  g_autofree char *mark = g_strdup (self->mark);
  g_autoptr(GError) error = NULL;

  gtk_popover_popdown (GTK_POPOVER (self));
  tell (self, telaah_session_remove_mark (self->session, mark, &error), error, _("It belongs to the text now"));
}

static void
change_level (TelaahMarkPopover *self,
              int                by)
{
  TelaahMark *mark = telaah_mark_find (self->session, self->source, self->mark);
  g_autoptr(GError) error = NULL;

  if (mark != NULL)
    tell (self, telaah_session_set_level (self->session, self->mark, telaah_mark_fields (mark)->level + by, &error),
          error, NULL);
}

static void
promote_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  change_level (TELAAH_MARK_POPOVER (widget), -1);
}

static void
demote_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  change_level (TELAAH_MARK_POPOVER (widget), 1);
}

/* ---- The widget ---- */

static void
telaah_mark_popover_dispose (GObject *object)
{
  TelaahMarkPopover *self = TELAAH_MARK_POPOVER (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_weak_pointer (&self->session);
  g_clear_pointer (&self->source, g_free);
  g_clear_pointer (&self->mark, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), TELAAH_TYPE_MARK_POPOVER);

  G_OBJECT_CLASS (telaah_mark_popover_parent_class)->dispose (object);
}

static void
telaah_mark_popover_class_init (TelaahMarkPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = telaah_mark_popover_dispose;

  signals[DONE] = g_signal_new ("done", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[FAILED] = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                  1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/telaah/Telaah/telaah-mark-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, TelaahMarkPopover, kind);
  gtk_widget_class_bind_template_child (widget_class, TelaahMarkPopover, reason);
  gtk_widget_class_bind_template_child (widget_class, TelaahMarkPopover, level_box);
  gtk_widget_class_bind_template_child (widget_class, TelaahMarkPopover, level);
  gtk_widget_class_bind_template_child (widget_class, TelaahMarkPopover, accept);
  gtk_widget_class_bind_template_child (widget_class, TelaahMarkPopover, refuse);

  gtk_widget_class_install_action (widget_class, "mark.accept", NULL, accept_cb);
  gtk_widget_class_install_action (widget_class, "mark.refuse", NULL, refuse_cb);
  gtk_widget_class_install_action (widget_class, "mark.promote", NULL, promote_cb);
  gtk_widget_class_install_action (widget_class, "mark.demote", NULL, demote_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "mark.promote", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Right, GDK_ALT_MASK, "mark.demote", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "mark.refuse", NULL);
}

static void
telaah_mark_popover_init (TelaahMarkPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Mark"), -1);
}

GtkWidget *
telaah_mark_popover_new (void)
{
  return g_object_new (TELAAH_TYPE_MARK_POPOVER, NULL);
}

/**
 * telaah_mark_popover_open:
 * @mark: id; nothing happens where it has gone
 * @area: in the coordinates of the widget that the popover is on
 */
void
telaah_mark_popover_open (TelaahMarkPopover  *self,
                          TelaahSession      *session,
                          const char         *source,
                          const char         *mark,
                          const GdkRectangle *area)
{
  if (session != self->session)
    {
      if (self->session != NULL)
        g_signal_handlers_disconnect_by_data (self->session, self);
      g_set_weak_pointer (&self->session, session);
      g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
    }

  g_free (self->source);
  g_free (self->mark);
  self->source = g_strdup (source);
  self->mark = g_strdup (mark);
  if (!update (self))
    return;

  gtk_popover_set_pointing_to (GTK_POPOVER (self), area);
  gtk_popover_popup (GTK_POPOVER (self));
}
