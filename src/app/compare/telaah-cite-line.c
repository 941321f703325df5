/* Which sources a text on a point cites. A citation is a link of all that was written to the cell of a source.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/compare/telaah-cite-line.h"

#include <glib/gi18n.h>

#include "app/compare/telaah-row-words.h"
#include "app/reader/telaah-flow-layout.h"

#define MOST_HEIGHT 320

struct _TelaahCiteLine
{
  GtkWidget       parent_instance;

  TelaahLinkKind  kind;
  TelaahSession  *session;
  char           *point;
  GPtrArray      *cited;      /* TelaahLink, in the order of the sources */
  gboolean        loading;
  char           *shown;      /* what the chips say, to leave them alone where that is the same */

  GPtrArray      *chips;      /* GtkButton, ours */
  GtkWidget      *button;
  GtkWidget      *list;       /* in the popover of the button */
};

G_DEFINE_FINAL_TYPE (TelaahCiteLine, telaah_cite_line, GTK_TYPE_WIDGET)

enum { SHOW_CELL, FAILED, N_SIGNALS };

static guint signals[N_SIGNALS];

static TelaahLink *
find (TelaahCiteLine *self,
      const char     *source)
{
  for (guint i = 0; i < self->cited->len; i++)
    if (g_strcmp0 (telaah_link_fields (self->cited->pdata[i])->cited, source) == 0)
      return self->cited->pdata[i];

  return NULL;
}

static guint
get_place (TelaahCiteLine *self,
           const char     *source)
{
  GListModel *sources = telaah_session_get_sources (self->session);
  guint n = g_list_model_get_n_items (sources);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(TelaahSource) item = g_list_model_get_item (sources, i);

      if (g_strcmp0 (telaah_source_fields (item)->id, source) == 0)
        return i;
    }

  return n;
}

static int
compare_by_source (gconstpointer a,
                   gconstpointer b,
                   gpointer      user_data)
{
  guint first = get_place (user_data, telaah_link_fields (*(TelaahLink **) a)->cited);
  guint second = get_place (user_data, telaah_link_fields (*(TelaahLink **) b)->cited);

  return first < second ? -1 : first > second;
}

static void
take_links (TelaahCiteLine *self)
{
  g_autoptr(GPtrArray) links = self->session != NULL ? telaah_session_dup_links (self->session, self->point, NULL)
                                                     : NULL;

  g_ptr_array_set_size (self->cited, 0);
  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      const TelaahLinkFields *f = telaah_link_fields (links->pdata[i]);

      if (f->kind == self->kind && f->cited != NULL && f->span.start >= f->span.end && find (self, f->cited) == NULL)
        g_ptr_array_add (self->cited, g_object_ref (links->pdata[i]));
    }
  g_ptr_array_sort_with_data (self->cited, compare_by_source, self);
}

/* ---- Choosing ---- */

static void
toggled_cb (GtkCheckButton *check,
            TelaahCiteLine *self)
{
  const char *source = g_object_get_data (G_OBJECT (check), "source");
  TelaahLink *link = find (self, source);
  TelaahLinkFields f = { .point = self->point, .cited = source, .kind = self->kind };
  g_autofree char *id = NULL;
  g_autoptr(GError) error = NULL;
  gboolean done;

  if (self->loading)
    return;

  if (link == NULL)
    done = (id = telaah_session_add_link (self->session, &f, &error)) != NULL;
  else
    done = telaah_session_remove_link (self->session, telaah_link_fields (link)->id, &error);

  if (!done)
    g_signal_emit (self, signals[FAILED], 0, error->message);
}

static GtkWidget *
check_new (TelaahCiteLine *self,
           const char     *source)
{
  g_autofree char *mention = telaah_row_words_dup_mention (self->session, source);
  GtkWidget *check = gtk_check_button_new_with_label (mention);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), find (self, source) != NULL);
  g_object_set_data_full (G_OBJECT (check), "source", g_strdup (source), g_free);
  g_signal_connect (check, "toggled", G_CALLBACK (toggled_cb), self);

  return check;
}

static void
clear_list (TelaahCiteLine *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_box_remove (GTK_BOX (self->list), child);
}

/* The arrows as well as Tab, but not out of the list. */
static gboolean
key_pressed_cb (TelaahCiteLine  *self,
                guint            key,
                guint            code,
                GdkModifierType  state)
{
  gboolean up = key == GDK_KEY_Up || key == GDK_KEY_KP_Up, down = key == GDK_KEY_Down || key == GDK_KEY_KP_Down;
  GtkWidget *check = gtk_widget_get_focus_child (self->list);

  if ((!up && !down) || (state & gtk_accelerator_get_default_mod_mask ()) != 0 || check == NULL)
    return GDK_EVENT_PROPAGATE;

  check = up ? gtk_widget_get_prev_sibling (check) : gtk_widget_get_next_sibling (check);
  if (check != NULL)
    gtk_widget_grab_focus (check);

  return GDK_EVENT_STOP;
}

static void
popover_shown_cb (TelaahCiteLine *self)
{
  GListModel *sources = self->session != NULL ? telaah_session_get_sources (self->session) : NULL;
  guint n = sources != NULL ? g_list_model_get_n_items (sources) : 0;

  clear_list (self);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(TelaahSource) source = g_list_model_get_item (sources, i);

      gtk_box_append (GTK_BOX (self->list), check_new (self, telaah_source_fields (source)->id));
    }
  gtk_widget_child_focus (self->list, GTK_DIR_TAB_FORWARD);
}

/* What another window changes meanwhile shows as well. */
static void
update_checks (TelaahCiteLine *self)
{
  self->loading = TRUE;
  for (GtkWidget *check = gtk_widget_get_first_child (self->list); check != NULL;
       check = gtk_widget_get_next_sibling (check))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                                 find (self, g_object_get_data (G_OBJECT (check), "source")) != NULL);
  self->loading = FALSE;
}

/* ---- Chips ---- */

static void
chip_clicked_cb (GtkWidget      *chip,
                 TelaahCiteLine *self)
{
  g_autofree char *source = g_strdup (g_object_get_data (G_OBJECT (chip), "source"));

  g_signal_emit (self, signals[SHOW_CELL], 0, source);
}

static GtkWidget *
chip_new (TelaahCiteLine *self,
          const char     *source)
{
  g_autofree char *mention = telaah_row_words_dup_mention (self->session, source);
  /* Translators: %s is a source, such as "Rahma 2021" */
  g_autofree char *name = g_strdup_printf (_("Cites %s: show its cell"), mention);
  GtkWidget *chip = gtk_button_new_with_label (mention);

  gtk_widget_add_css_class (chip, "cite-chip");
  gtk_widget_set_tooltip_text (chip, _("Show This Cell"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (chip), "source", g_strdup (source), g_free);
  g_signal_connect (chip, "clicked", G_CALLBACK (chip_clicked_cb), self);

  return chip;
}

static char *
dup_shown (TelaahCiteLine *self)
{
  GString *shown = g_string_new (NULL);

  for (guint i = 0; i < self->cited->len; i++)
    {
      const char *source = telaah_link_fields (self->cited->pdata[i])->cited;
      g_autofree char *mention = telaah_row_words_dup_mention (self->session, source);

      g_string_append_printf (shown, "%s %s\n", source, mention);
    }

  return g_string_free (shown, FALSE);
}

static void
show_chips (TelaahCiteLine *self)
{
  g_autofree char *shown = dup_shown (self);

  if (g_strcmp0 (shown, self->shown) == 0)
    return;

  g_free (self->shown);
  self->shown = g_steal_pointer (&shown);
  g_ptr_array_set_size (self->chips, 0);

  for (guint i = 0; i < self->cited->len; i++)
    {
      GtkWidget *chip = chip_new (self, telaah_link_fields (self->cited->pdata[i])->cited);

      gtk_widget_insert_before (chip, GTK_WIDGET (self), self->button);
      g_ptr_array_add (self->chips, chip);
    }
}

/* ---- The widget ---- */

static void
telaah_cite_line_dispose (GObject *object)
{
  TelaahCiteLine *self = TELAAH_CITE_LINE (object);

  g_ptr_array_set_size (self->chips, 0);
  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (telaah_cite_line_parent_class)->dispose (object);
}

static void
telaah_cite_line_finalize (GObject *object)
{
  TelaahCiteLine *self = TELAAH_CITE_LINE (object);

  g_ptr_array_unref (self->chips);
  g_ptr_array_unref (self->cited);
  g_free (self->point);
  g_free (self->shown);

  G_OBJECT_CLASS (telaah_cite_line_parent_class)->finalize (object);
}

static void
telaah_cite_line_class_init (TelaahCiteLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = telaah_cite_line_dispose;
  G_OBJECT_CLASS (klass)->finalize = telaah_cite_line_finalize;

  signals[SHOW_CELL] =
    g_signal_new ("show-cell", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[FAILED] =
    g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_css_name (widget_class, "citeline");
  gtk_widget_class_set_layout_manager_type (widget_class, TELAAH_TYPE_FLOW_LAYOUT);
}

static void
telaah_cite_line_init (TelaahCiteLine *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkWidget *popover = gtk_popover_new (), *scroller = gtk_scrolled_window_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_object_set (layout, "column-spacing", 6, "row-spacing", 6, NULL);
  self->cited = g_ptr_array_new_with_free_func (g_object_unref);
  self->chips = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_widget_unparent);

  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->list, keys);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MOST_HEIGHT);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  g_signal_connect_swapped (popover, "show", G_CALLBACK (popover_shown_cb), self);

  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->button), _("Cite…"));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), popover);
  gtk_widget_add_css_class (self->button, "cite-button");
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
}

/* @kind: whose text it is: similarities or differences */
GtkWidget *
telaah_cite_line_new (TelaahLinkKind kind)
{
  TelaahCiteLine *self = g_object_new (TELAAH_TYPE_CITE_LINE, NULL);
  const char *name;

  self->kind = kind;
  name = kind == TELAAH_LINK_SIMILARITIES ? _("Sources that the similarities cite")
                                          : _("Sources that the differences cite");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  /* The button within it takes the focus. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (self->button)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return GTK_WIDGET (self);
}

/* @session: (nullable): %NULL: nothing */
void
telaah_cite_line_show (TelaahCiteLine *self,
                       TelaahSession  *session,
                       const char     *point)
{
  char *before;

  g_return_if_fail (TELAAH_IS_CITE_LINE (self));

  g_set_object (&self->session, session);
  before = g_steal_pointer (&self->point);
  self->point = g_strdup (point);
  g_free (before);

  take_links (self);
  show_chips (self);
  update_checks (self);
}
