/* The contents of the source that is read: its headings as a tree, in the sidebar. Folded, it says in which section
 * one is.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-contents-private.h"

#include <glib/gi18n.h>

#include "app/reader/telaah-card-words.h"
#include "app/telaah-focus.h"

/* Pixels that a level is set in by; the first ones that count. */
#define INDENT 14
#define DEEPEST 4

/* Longer is no heading to be read at a glance; in code points. */
#define MOST_OF_TITLE 120

/* For how long after one went to a heading the text's scrolling says nothing, in microseconds. */
#define HOLD (700 * 1000)

G_DEFINE_FINAL_TYPE (TelaahContents, telaah_contents, GTK_TYPE_WIDGET)

enum { GO, DONE, FAILED, N_SIGNALS };
enum { PROP_0, PROP_OPEN, N_PROPERTIES };

static guint signals[N_SIGNALS];
static GParamSpec *properties[N_PROPERTIES];

void
telaah_contents_emit_done (TelaahContents *self,
                           const char     *message)
{
  g_signal_emit (self, signals[DONE], 0, message);
}

void
telaah_contents_emit_failed (TelaahContents *self,
                             const char     *message)
{
  g_signal_emit (self, signals[FAILED], 0, message);
}

/* ---- The headings ---- */

static const TelaahMarkFields *
get_fields (gpointer item)
{
  return telaah_mark_fields (item);
}

static const char *
get_id (gpointer item)
{
  return get_fields (item)->id;
}

static guint
get_n (TelaahContents *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->headings));
}

/* Borrowed. */
static TelaahMark *
get_heading (TelaahContents *self,
             guint           i)
{
  g_autoptr(TelaahMark) mark = g_list_model_get_item (G_LIST_MODEL (self->headings), i);

  return mark;
}

/* "" where the text cannot be read. */
char *
telaah_contents_dup_title (TelaahContents *self,
                           TelaahMark     *heading)
{
  const TelaahMarkFields *f = get_fields (heading);
  guint end = self->text != NULL ? telaah_text_get_characters (self->text) : 0;
  g_autofree char *words = NULL;

  if (self->text == NULL)
    return g_strdup ("");
  words = telaah_text_dup_slice (self->text, (TelaahSpan) { MIN (f->span.start, end), MIN (f->span.end, end) });

  return telaah_card_dup_line (words, MOST_OF_TITLE);
}

/* How deep each stands in the tree: below the last one before it with a lower level. Levels may be skipped. */
static void
find_depths (TelaahContents *self)
{
  guint open[TELAAH_CONTENTS_MAX_LEVEL + 1], n_open = 0;

  g_array_set_size (self->depths, 0);
  for (guint i = 0; i < get_n (self); i++)
    {
      guint level = CLAMP (get_fields (get_heading (self, i))->level, 1, TELAAH_CONTENTS_MAX_LEVEL);

      while (n_open > 0 && open[n_open - 1] >= level)
        n_open--;
      g_array_append_val (self->depths, n_open);
      open[n_open++] = level;
    }
}

/* The text is kept: the titles are its words. */
static void
read_text (TelaahContents *self)
{
  TelaahSource *source = telaah_session_find_source (self->session, self->source);
  const char *sha256 = source != NULL ? telaah_source_fields (source)->sha256 : NULL;

  if (self->text != NULL && g_strcmp0 (self->sha256, sha256) == 0)
    return;

  g_clear_pointer (&self->text, telaah_text_unref);
  g_free (self->sha256);
  self->sha256 = g_strdup (sha256);
  self->text = sha256 != NULL ? telaah_session_dup_text (self->session, self->source, NULL) : NULL;
}

static void
read_headings (TelaahContents *self)
{
  GListModel *marks = telaah_session_get_marks (self->session, self->source);
  g_autoptr(GPtrArray) headings = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (marks); i++)
    {
      g_autoptr(TelaahMark) mark = g_list_model_get_item (marks, i);
      const TelaahMarkFields *f = get_fields (mark);

      if (f->kind == TELAAH_MARK_HEADING && f->state != TELAAH_MARK_REFUSED)
        g_ptr_array_add (headings, g_steal_pointer (&mark));
    }

  g_list_store_splice (self->headings, 0, get_n (self), headings->pdata, headings->len);
}

/* ---- The section that one is in ---- */

/* G_MAXUINT: before the first heading. */
static guint
find_section (TelaahContents *self,
              guint           offset)
{
  guint found = G_MAXUINT;

  for (guint i = 0; i < get_n (self) && get_fields (get_heading (self, i))->span.start <= offset; i++)
    found = i;

  return found;
}

/* The list follows the reading, as far as it has to. */
static void
scroll_to (TelaahContents *self,
           GtkListBoxRow  *row)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  graphene_rect_t bounds;

  if (gtk_widget_get_mapped (GTK_WIDGET (row)) &&
      gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->list), &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y, bounds.origin.y + bounds.size.height);
}

static void
show_section (TelaahContents *self)
{
  guint i = find_section (self, self->visible);
  TelaahMark *mark = i != G_MAXUINT ? get_heading (self, i) : NULL;
  GtkListBoxRow *row = mark != NULL ? telaah_live_rows_find (self->rows, get_id (mark)) : NULL;
  g_autofree char *title = mark != NULL ? telaah_contents_dup_title (self, mark) : NULL;

  gtk_label_set_text (self->section, title != NULL ? title : "");
  self->quiet = TRUE;
  gtk_list_box_select_row (self->list, row);
  self->quiet = FALSE;
  if (row != NULL)
    scroll_to (self, row);
}

static gboolean
show_section_cb (gpointer user_data)
{
  TelaahContents *self = user_data;

  self->section_source = 0;
  if (g_get_monotonic_time () >= self->held)
    show_section (self);

  return G_SOURCE_REMOVE;
}

static void
stop_section (TelaahContents *self)
{
  if (self->section_source != 0)
    g_source_remove (self->section_source);
  self->section_source = 0;
}

/* @offset: the first one of the text in sight */
void
telaah_contents_set_visible (TelaahContents *self,
                             guint           offset)
{
  if (g_get_monotonic_time () < self->held || offset == self->visible)
    return;

  self->visible = offset;
  if (self->session == NULL)
    return;

  /* The text says so in the middle of a layout, too, when no other size may change any more. */
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    show_section (self);
  else if (self->section_source == 0)
    self->section_source = g_idle_add (show_section_cb, self);
}

/* ---- Rows ---- */

static GtkListBoxRow *
create_row (gpointer user_data)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);

  return GTK_LIST_BOX_ROW (row);
}

static guint
get_depth (TelaahContents *self,
           gpointer        item)
{
  guint i;

  return g_list_store_find (self->headings, item, &i) ? g_array_index (self->depths, guint, i) : 0;
}

static void
bind_row (GtkListBoxRow *row,
          gpointer       item,
          gpointer       user_data)
{
}

static void
refresh_row (GtkListBoxRow *row,
             gpointer       item,
             gpointer       user_data)
{
  TelaahContents *self = user_data;
  GtkWidget *label = gtk_list_box_row_get_child (row);
  g_autofree char *title = telaah_contents_dup_title (self, item);
  g_autofree char *level = g_strdup_printf (_("Level %u"), get_fields (item)->level);
  guint depth = get_depth (self, item);

  gtk_label_set_text (GTK_LABEL (label), title);
  gtk_widget_set_margin_start (label, INDENT * MIN (depth, DEEPEST));
  gtk_widget_set_tooltip_text (GTK_WIDGET (row), title);
  if (depth == 0)
    gtk_widget_add_css_class (label, "top");
  else
    gtk_widget_remove_css_class (label, "top");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, level, -1);
}

static const TelaahLiveRowsFuncs funcs = { get_id, create_row, bind_row, refresh_row };

static gboolean
is_open (TelaahContents *self)
{
  return gtk_toggle_button_get_active (self->toggle);
}

/* Folded it has no rows: a book may have thousands of headings. */
static void
update (TelaahContents *self)
{
  if (self->source != NULL)
    {
      read_text (self);
      read_headings (self);
    }
  else
    g_list_store_remove_all (self->headings);
  find_depths (self);

  self->quiet = TRUE;
  telaah_live_rows_sync (self->rows, is_open (self) ? G_LIST_MODEL (self->headings) : NULL);
  telaah_live_rows_invalidate (self->rows);
  self->quiet = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self), self->source != NULL && (get_n (self) > 0 || is_open (self)));
  show_section (self);
}

static void
changed_cb (TelaahContents *self,
            TelaahChange    changes)
{
  if (self->source != NULL && (changes & (TELAAH_CHANGE_MARKS | TELAAH_CHANGE_SOURCES)))
    update (self);
}

/* ---- Opening and going ---- */

static void
toggled_cb (TelaahContents *self)
{
  gtk_image_set_from_icon_name (self->arrow, is_open (self) ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_widget_set_visible (GTK_WIDGET (self->section), !is_open (self));
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OPEN]);
}

static void
go (TelaahContents *self,
    GtkListBoxRow  *row,
    gboolean        read)
{
  TelaahSpan span = get_fields (telaah_live_rows_get_item (row))->span;

  self->visible = span.start;
  self->held = g_get_monotonic_time () + HOLD;
  g_signal_emit (self, signals[GO], 0, span.start, span.end, read);
}

static void
row_selected_cb (TelaahContents *self,
                 GtkListBoxRow  *row)
{
  if (row != NULL && !self->quiet)
    go (self, row, FALSE);
}

static void
row_activated_cb (TelaahContents *self,
                  GtkListBoxRow  *row)
{
  go (self, row, TRUE);
}

/* ---- The widget ---- */

static void
telaah_contents_get_property (GObject    *object,
                              guint       id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  if (id == PROP_OPEN)
    g_value_set_boolean (value, is_open (TELAAH_CONTENTS (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
telaah_contents_set_property (GObject      *object,
                              guint         id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  if (id == PROP_OPEN)
    telaah_contents_set_open (TELAAH_CONTENTS (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static gboolean
telaah_contents_grab_focus (GtkWidget *widget)
{
  TelaahContents *self = TELAAH_CONTENTS (widget);
  GtkListBoxRow *row = is_open (self) ? gtk_list_box_get_selected_row (self->list) : NULL;

  if (row == NULL && is_open (self))
    row = gtk_list_box_get_row_at_index (self->list, 0);

  return gtk_widget_grab_focus (row != NULL ? GTK_WIDGET (row) : GTK_WIDGET (self->toggle));
}

static void
telaah_contents_dispose (GObject *object)
{
  TelaahContents *self = TELAAH_CONTENTS (object);
  GtkWidget *child;

  stop_section (self);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  self->quiet = TRUE;
  if (self->toggle != NULL)
    g_signal_handlers_disconnect_by_data (self->toggle, self);
  g_clear_pointer (&self->rows, telaah_live_rows_free);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), TELAAH_TYPE_CONTENTS);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);
  g_clear_object (&self->headings);
  g_clear_pointer (&self->depths, g_array_unref);
  g_clear_pointer (&self->source, g_free);
  g_clear_pointer (&self->sha256, g_free);
  g_clear_pointer (&self->text, telaah_text_unref);

  G_OBJECT_CLASS (telaah_contents_parent_class)->dispose (object);
}

static void
telaah_contents_class_init (TelaahContentsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->dispose = telaah_contents_dispose;
  object_class->get_property = telaah_contents_get_property;
  object_class->set_property = telaah_contents_set_property;
  widget_class->focus = telaah_focus_through;
  widget_class->grab_focus = telaah_contents_grab_focus;

  properties[PROP_OPEN] = g_param_spec_boolean ("open", NULL, NULL, FALSE,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[GO] = g_signal_new ("go", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                              3, G_TYPE_UINT, G_TYPE_UINT, G_TYPE_BOOLEAN);
  signals[DONE] = g_signal_new ("done", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[FAILED] = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                  1, G_TYPE_STRING);

  gtk_widget_class_set_css_name (widget_class, "sourcecontents");
  gtk_widget_class_set_template_from_resource (widget_class, "/org/telaah/Telaah/telaah-contents.ui");
  gtk_widget_class_bind_template_child (widget_class, TelaahContents, toggle);
  gtk_widget_class_bind_template_child (widget_class, TelaahContents, section);
  gtk_widget_class_bind_template_child (widget_class, TelaahContents, arrow);
  gtk_widget_class_bind_template_child (widget_class, TelaahContents, scroller);
  gtk_widget_class_bind_template_child (widget_class, TelaahContents, list);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  telaah_contents_install_actions (widget_class);
}

static void
telaah_contents_init (TelaahContents *self)
{
  self->headings = g_list_store_new (TELAAH_TYPE_MARK);
  self->depths = g_array_new (FALSE, FALSE, sizeof (guint));
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = telaah_live_rows_new (self->list, &funcs, self);
  g_signal_connect_swapped (self->toggle, "toggled", G_CALLBACK (toggled_cb), self);
}

GtkWidget *
telaah_contents_new (void)
{
  return g_object_new (TELAAH_TYPE_CONTENTS, NULL);
}

/* Both %NULL: nothing is read. */
void
telaah_contents_set_source (TelaahContents *self,
                            TelaahSession  *session,
                            const char     *source)
{
  g_return_if_fail (TELAAH_IS_CONTENTS (self));

  if (session != self->session)
    {
      if (self->session != NULL)
        g_signal_handlers_disconnect_by_data (self->session, self);
      g_set_object (&self->session, session);
      g_clear_pointer (&self->text, telaah_text_unref);
      if (session != NULL)
        g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
    }

  g_free (self->source);
  self->source = session != NULL ? g_strdup (source) : NULL;
  self->visible = 0;
  self->held = 0;
  update (self);
}

gboolean
telaah_contents_get_open (TelaahContents *self)
{
  return is_open (self);
}

void
telaah_contents_set_open (TelaahContents *self,
                          gboolean        open)
{
  gtk_toggle_button_set_active (self->toggle, open);
}

/* Borrowed; for who moves the focus from list to list. */
GtkListBox *
telaah_contents_get_box (TelaahContents *self)
{
  return self->list;
}
