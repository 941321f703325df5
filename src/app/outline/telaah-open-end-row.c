/* An open end as a row of a list: what is open, where, and a button that mends it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/outline/telaah-open-end-row.h"

#include <glib/gi18n.h>

#include "app/outline/telaah-outline-points.h"
#include "app/outline/telaah-references.h"
#include "app/reader/telaah-row.h"

/* What is shown of a quote, in code points. */
#define MOST_OF_QUOTE 300

struct _TelaahOpenEndRow
{
  GtkWidget  parent_instance;

  char      *id;         /* of the place */

  GtkWidget *title;
  GtkWidget *subtitle;
  GtkWidget *button;
};

G_DEFINE_FINAL_TYPE (TelaahOpenEndRow, telaah_open_end_row, GTK_TYPE_WIDGET)

enum { MEND, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
clicked_cb (TelaahOpenEndRow *self)
{
  g_autofree char *id = g_strdup (self->id);

  g_signal_emit (self, signals[MEND], 0, id);
}

/* What its button does, or NULL. */
static const char *
get_verb (TelaahOpenEndKind kind)
{
  switch (kind)
    {
    case TELAAH_OPEN_END_UNREAD:
      return _("Open Text");

    case TELAAH_OPEN_END_STALE:
      return _("Still True");

    case TELAAH_OPEN_END_SILENT_WITH_EVIDENCE:
      return _("Treated");

    case TELAAH_OPEN_END_UNPLACED_PASSAGE:
      return _("Put into Point…");

    case TELAAH_OPEN_END_UNUSED_THEME:
      return _("Delete");

    case TELAAH_OPEN_END_SINGLE_SOURCE:
    default:
      return NULL;
    }
}

static char *
dup_quote (TelaahPassage *passage)
{
  g_autofree char *start = telaah_text_dup_start (telaah_passage_fields (passage)->quote, MOST_OF_QUOTE);
  g_auto(GStrv) lines = g_strsplit_set (g_strstrip (start), "\n\t", -1);
  g_autofree char *flat = g_strjoinv (" ", lines);

  /* Translators: a quotation, in the quotation marks of the language */
  return g_strdup_printf (_("“%s”"), flat);
}

static const char *
get_point_title (TelaahSession *session,
                 const char    *id)
{
  TelaahPoint *point = telaah_session_find_point (session, id);

  return point != NULL ? telaah_point_get_label (session, point) : "";
}

static void
describe (TelaahSession          *session,
          const TelaahOpenPlace  *place,
          char                  **title,
          char                  **subtitle)
{
  TelaahSource *source = telaah_session_find_source (session, place->source);
  TelaahPassage *passage = telaah_session_find_passage (session, place->passage);
  TelaahTheme *theme = telaah_session_find_theme (session, place->theme);

  switch (place->kind)
    {
    case TELAAH_OPEN_END_UNPLACED_PASSAGE:
      *title = passage != NULL ? dup_quote (passage) : g_strdup ("");
      *subtitle = g_strdup (passage != NULL ? telaah_references_get (session, passage) : "");
      break;

    case TELAAH_OPEN_END_UNUSED_THEME:
      *title = g_strdup (theme != NULL ? telaah_theme_fields (theme)->name : "");
      *subtitle = g_strdup (theme != NULL && telaah_theme_fields (theme)->description != NULL
                            ? telaah_theme_fields (theme)->description : _("No passage has it"));
      break;

    case TELAAH_OPEN_END_SINGLE_SOURCE:
      *title = g_strdup (get_point_title (session, place->point));
      *subtitle = g_strdup_printf (_("Only %s speaks of it"),
                                   source != NULL ? telaah_references_get_source (session, place->source) : "");
      break;

    default:
      *title = g_strdup (get_point_title (session, place->point));
      *subtitle = g_strdup (source != NULL ? telaah_source_get_name (source) : "");
    }
}

/* ---- The object ---- */

static void
telaah_open_end_row_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (telaah_open_end_row_parent_class)->dispose (object);
}

static void
telaah_open_end_row_finalize (GObject *object)
{
  g_free (TELAAH_OPEN_END_ROW (object)->id);

  G_OBJECT_CLASS (telaah_open_end_row_parent_class)->finalize (object);
}

static void
telaah_open_end_row_class_init (TelaahOpenEndRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = telaah_open_end_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = telaah_open_end_row_finalize;

  signals[MEND] = g_signal_new ("mend", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_css_name (widget_class, "openend");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static GtkWidget *
add_label (GtkWidget *box,
           int        lines)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_lines (GTK_LABEL (label), lines);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), label);

  return label;
}

static void
telaah_open_end_row_init (TelaahOpenEndRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 12);

  self->title = add_label (box, 3);
  gtk_widget_add_css_class (self->title, "title");
  self->subtitle = add_label (box, 2);
  gtk_widget_add_css_class (self->subtitle, "subtitle");
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (box, GTK_WIDGET (self));

  self->button = gtk_button_new ();
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (clicked_cb), self);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
}

GtkWidget *
telaah_open_end_row_new (void)
{
  return g_object_new (TELAAH_TYPE_OPEN_END_ROW, NULL);
}

void
telaah_open_end_row_show (TelaahOpenEndRow      *self,
                          TelaahSession         *session,
                          const TelaahOpenPlace *place)
{
  const char *verb = get_verb (place->kind);
  g_autofree char *title = NULL, *subtitle = NULL, *label = NULL;

  g_return_if_fail (TELAAH_IS_OPEN_END_ROW (self));

  g_free (self->id);
  self->id = g_strdup (place->id);
  describe (session, place, &title, &subtitle);
  label = g_strdup_printf ("%s, %s", title, subtitle);

  gtk_label_set_label (GTK_LABEL (self->title), title);
  gtk_label_set_label (GTK_LABEL (self->subtitle), subtitle);
  telaah_row_set_label (GTK_WIDGET (self), label);
  if (place->kind == TELAAH_OPEN_END_UNPLACED_PASSAGE)
    gtk_widget_add_css_class (GTK_WIDGET (self), "quote");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "quote");

  gtk_widget_set_visible (self->button, verb != NULL);
  if (verb != NULL)
    {
      /* Translators: a button, and what it is for: "Still True: Challenges, Rahma 2021" */
      g_autofree char *name = g_strdup_printf (_("%s: %s"), verb, label);

      gtk_button_set_label (GTK_BUTTON (self->button), verb);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
}

/* What a popover of the button's verb is to point at. */
GtkWidget *
telaah_open_end_row_get_button (TelaahOpenEndRow *self)
{
  g_return_val_if_fail (TELAAH_IS_OPEN_END_ROW (self), NULL);

  return self->button;
}
