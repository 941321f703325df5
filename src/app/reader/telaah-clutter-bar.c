/* Above a text: that parts of it look like clutter, to be accepted or refused one by one or all at once.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-clutter-bar.h"

#include <glib/gi18n.h>

#include "app/reader/telaah-notice-layout.h"
#include "text/telaah-structure.h"

struct _TelaahClutterBar
{
  GtkWidget      parent_instance;

  TelaahSession *session;
  char          *source;
  char          *current;   /* id of the one that is asked about, NULL: of all */
  guint          from;      /* where the next one is looked for: behind that one, which may be gone by then */

  /* From the template. */
  GtkLabel      *words;
  GtkStack      *stack;
  GtkWidget     *begin;
  GtkWidget     *accept;
};

G_DEFINE_FINAL_TYPE (TelaahClutterBar, telaah_clutter_bar, GTK_TYPE_WIDGET)

enum { SHOW, DONE, FAILED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* ---- What there is to decide on ---- */

static gboolean
is_open (const TelaahMarkFields *f)
{
  return f->kind == TELAAH_MARK_CLUTTER && f->state == TELAAH_MARK_PROPOSED;
}

/* Of TelaahMark, in text order. */
static GPtrArray *
dup_open (TelaahClutterBar *self)
{
  GPtrArray *open = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *marks = self->source != NULL ? telaah_session_get_marks (self->session, self->source) : NULL;

  for (guint i = 0; marks != NULL && i < g_list_model_get_n_items (marks); i++)
    {
      g_autoptr(TelaahMark) mark = g_list_model_get_item (marks, i);

      if (is_open (telaah_mark_fields (mark)))
        g_ptr_array_add (open, g_steal_pointer (&mark));
    }

  return open;
}

/* The number of open.len: none. */
static guint
find_current (TelaahClutterBar *self,
              GPtrArray        *open)
{
  guint i;

  for (i = 0; i < open->len; i++)
    if (g_strcmp0 (telaah_mark_fields (open->pdata[i])->id, self->current) == 0)
      break;

  return i;
}

/* ---- Closed for now ---- */

static GHashTable *
get_closed (TelaahSession *session)
{
  GHashTable *closed = g_object_get_data (G_OBJECT (session), "telaah-clutter-closed");

  if (closed == NULL)
    {
      closed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_object_set_data_full (G_OBJECT (session), "telaah-clutter-closed", closed,
                              (GDestroyNotify) g_hash_table_unref);
    }

  return closed;
}

/* ---- What it says ---- */

static void
update (TelaahClutterBar *self)
{
  g_autoptr(GPtrArray) open = dup_open (self);
  guint i = find_current (self, open);
  g_autofree char *words = NULL;
  gboolean closed = self->source != NULL && g_hash_table_contains (get_closed (self->session), self->source);

  if (i < open->len)
    {
      /* Translators: “3 of 14 · Advertisement”. */
      words = g_strdup_printf (_("%u of %u · %s"), i + 1, open->len,
                               telaah_mark_reason_get_label (telaah_mark_fields (open->pdata[i])->reason));
    }
  else
    {
      g_clear_pointer (&self->current, g_free);
      words = g_strdup_printf (ngettext ("%u stretch looks like page clutter", "%u stretches look like page clutter",
                                         open->len), open->len);
    }

  gtk_label_set_text (self->words, words);
  gtk_stack_set_visible_child_name (self->stack, self->current != NULL ? "one" : "all");
  gtk_widget_set_visible (GTK_WIDGET (self), open->len > 0 && !closed);
}

static void
changed_cb (TelaahClutterBar *self,
            TelaahChange      changes)
{
  if (changes & (TELAAH_CHANGE_MARKS | TELAAH_CHANGE_SOURCES))
    update (self);
}

/* ---- Going through them ---- */

/* To the first one behind the last that was shown, and round again at the end. */
static void
go_on (TelaahClutterBar *self)
{
  g_autoptr(GPtrArray) open = dup_open (self);
  const TelaahMarkFields *f = NULL;

  for (guint i = 0; i < open->len && f == NULL; i++)
    if (telaah_mark_fields (open->pdata[i])->span.start >= self->from)
      f = telaah_mark_fields (open->pdata[i]);
  if (f == NULL && open->len > 0)
    f = telaah_mark_fields (open->pdata[0]);

  g_free (self->current);
  self->current = f != NULL ? g_strdup (f->id) : NULL;
  self->from = f != NULL ? f->span.start + 1 : 0;
  update (self);
  if (f != NULL)
    g_signal_emit (self, signals[SHOW], 0, f->span.start, f->span.end);
}

static gboolean
judge (TelaahClutterBar  *self,
       const char *const *marks,
       TelaahMarkState    state)
{
  g_autoptr(GError) error = NULL;

  if (telaah_session_judge_marks (self->session, marks, state, &error))
    return TRUE;

  g_signal_emit (self, signals[FAILED], 0, error->message);
  return FALSE;
}

static void
judge_one (TelaahClutterBar *self,
           TelaahMarkState   state)
{
  g_autofree char *id = g_strdup (self->current);
  const char *const marks[] = { id, NULL };

  if (id != NULL && judge (self, marks, state))
    go_on (self);
}

static void
judge_all (TelaahClutterBar *self,
           TelaahMarkState   state)
{
  g_autoptr(GPtrArray) open = dup_open (self);
  g_autoptr(GPtrArray) ids = g_ptr_array_new ();
  g_autofree char *message = NULL;

  if (open->len == 0)
    return;

  for (guint i = 0; i < open->len; i++)
    g_ptr_array_add (ids, (gpointer) telaah_mark_fields (open->pdata[i])->id);
  g_ptr_array_add (ids, NULL);

  if (!judge (self, (const char *const *) ids->pdata, state))
    return;

  if (state == TELAAH_MARK_ACCEPTED)
    message = g_strdup_printf (ngettext ("%u stretch left out as clutter", "%u stretches left out as clutter",
                                         open->len), open->len);
  else
    message = g_strdup_printf (ngettext ("%u stretch belongs to the text", "%u stretches belong to the text",
                                         open->len), open->len);
  g_signal_emit (self, signals[DONE], 0, message);
}

/* ---- Actions ---- */

static void
next_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  TelaahClutterBar *self = TELAAH_CLUTTER_BAR (widget);
  gboolean first = self->current == NULL;

  go_on (self);
  if (first)
    gtk_widget_grab_focus (self->accept);   /* the button that had it is gone */
}

static void
accept_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  judge_one (TELAAH_CLUTTER_BAR (widget), TELAAH_MARK_ACCEPTED);
}

static void
refuse_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  judge_one (TELAAH_CLUTTER_BAR (widget), TELAAH_MARK_REFUSED);
}

static void
accept_all_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  judge_all (TELAAH_CLUTTER_BAR (widget), TELAAH_MARK_ACCEPTED);
}

static void
refuse_all_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  judge_all (TELAAH_CLUTTER_BAR (widget), TELAAH_MARK_REFUSED);
}

/* From one back to all of them; from there for as long as the project is open. */
static void
close_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  TelaahClutterBar *self = TELAAH_CLUTTER_BAR (widget);
  gboolean one = self->current != NULL;

  if (self->source == NULL)
    return;

  g_clear_pointer (&self->current, g_free);
  self->from = 0;
  if (!one)
    g_hash_table_add (get_closed (self->session), g_strdup (self->source));
  update (self);
  if (one)
    gtk_widget_grab_focus (self->begin);
}

/* ---- The widget ---- */

static void
telaah_clutter_bar_dispose (GObject *object)
{
  TelaahClutterBar *self = TELAAH_CLUTTER_BAR (object);
  GtkWidget *child;

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  g_clear_pointer (&self->source, g_free);
  g_clear_pointer (&self->current, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), TELAAH_TYPE_CLUTTER_BAR);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (telaah_clutter_bar_parent_class)->dispose (object);
}

static void
telaah_clutter_bar_class_init (TelaahClutterBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = telaah_clutter_bar_dispose;

  signals[SHOW] = g_signal_new ("show-span", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                2, G_TYPE_UINT, G_TYPE_UINT);
  signals[DONE] = g_signal_new ("done", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[FAILED] = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                  1, G_TYPE_STRING);

  g_type_ensure (TELAAH_TYPE_NOTICE_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "clutterbar");
  gtk_widget_class_set_template_from_resource (widget_class, "/org/telaah/Telaah/telaah-clutter-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, TelaahClutterBar, words);
  gtk_widget_class_bind_template_child (widget_class, TelaahClutterBar, stack);
  gtk_widget_class_bind_template_child (widget_class, TelaahClutterBar, begin);
  gtk_widget_class_bind_template_child (widget_class, TelaahClutterBar, accept);

  gtk_widget_class_install_action (widget_class, "clutter.next", NULL, next_cb);
  gtk_widget_class_install_action (widget_class, "clutter.accept", NULL, accept_cb);
  gtk_widget_class_install_action (widget_class, "clutter.refuse", NULL, refuse_cb);
  gtk_widget_class_install_action (widget_class, "clutter.accept-all", NULL, accept_all_cb);
  gtk_widget_class_install_action (widget_class, "clutter.refuse-all", NULL, refuse_all_cb);
  gtk_widget_class_install_action (widget_class, "clutter.close", NULL, close_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "clutter.close", NULL);
}

static void
telaah_clutter_bar_init (TelaahClutterBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
telaah_clutter_bar_new (void)
{
  return g_object_new (TELAAH_TYPE_CLUTTER_BAR, NULL);
}

/* Both %NULL: nothing is asked. */
void
telaah_clutter_bar_set_source (TelaahClutterBar *self,
                               TelaahSession    *session,
                               const char       *source)
{
  if (session == self->session && g_strcmp0 (source, self->source) == 0)
    return;

  if (session != self->session)
    {
      if (self->session != NULL)
        g_signal_handlers_disconnect_by_data (self->session, self);
      g_set_object (&self->session, session);
      if (session != NULL)
        g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
    }

  g_free (self->source);
  self->source = session != NULL ? g_strdup (source) : NULL;
  g_clear_pointer (&self->current, g_free);
  self->from = 0;
  update (self);
}

/* Borrowed: id of the mark that is asked about; NULL: none by itself. */
const char *
telaah_clutter_bar_get_current (TelaahClutterBar *self)
{
  return self->current;
}

/* Somebody wants to be asked after all. */
void
telaah_clutter_bar_reopen (TelaahClutterBar *self)
{
  if (self->source == NULL)
    return;

  g_hash_table_remove (get_closed (self->session), self->source);
  update (self);
}
