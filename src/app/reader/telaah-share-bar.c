/* A thin bar that says at a glance how much of a source is under which themes.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-share-bar.h"

/* Pixels. */
#define GAP   2.f
#define LEAST 3.f    /* of one share: a single passage is seen too */

struct _TelaahShareBar
{
  GtkWidget    parent_instance;

  TelaahShare *shares;
  guint        n_shares;
  guint        total;
  double       filled;
};

G_DEFINE_FINAL_TYPE (TelaahShareBar, telaah_share_bar, GTK_TYPE_WIDGET)

static void
telaah_share_bar_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  TelaahShareBar *self = TELAAH_SHARE_BAR (widget);
  float width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  float room = self->filled * width - GAP * (self->n_shares - 1), x = 0;
  GskRoundedRect track;

  if (self->total == 0 || width < 1)
    return;

  /* The track itself is the style sheet's. */
  gsk_rounded_rect_init_from_rect (&track, &GRAPHENE_RECT_INIT (0, 0, width, height), height / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &track);
  for (guint i = 0; i < self->n_shares; i++)
    {
      float w = MAX (MAX (room, 0) * self->shares[i].n / self->total, LEAST);

      gtk_snapshot_append_color (snapshot, &self->shares[i].color,
                                 &GRAPHENE_RECT_INIT (mirrored ? width - x - w : x, 0, w, height));
      x += w + GAP;
    }
  gtk_snapshot_pop (snapshot);
}

static void
telaah_share_bar_finalize (GObject *object)
{
  g_free (TELAAH_SHARE_BAR (object)->shares);

  G_OBJECT_CLASS (telaah_share_bar_parent_class)->finalize (object);
}

static void
telaah_share_bar_class_init (TelaahShareBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = telaah_share_bar_finalize;
  widget_class->snapshot = telaah_share_bar_snapshot;

  gtk_widget_class_set_css_name (widget_class, "sharebar");
  /* What it shows is said in the description of its row. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
telaah_share_bar_init (TelaahShareBar *self)
{
}

/**
 * telaah_share_bar_set:
 * @shares: (array length=n_shares): from the start of the bar on; copied
 * @filled: how much of the bar they take up together, 0 to 1
 */
void
telaah_share_bar_set (TelaahShareBar    *self,
                      const TelaahShare *shares,
                      guint              n_shares,
                      double             filled)
{
  g_return_if_fail (TELAAH_IS_SHARE_BAR (self));

  g_free (self->shares);
  self->shares = g_memdup2 (shares, n_shares * sizeof *shares);
  self->n_shares = n_shares;
  self->filled = CLAMP (filled, 0, 1);
  self->total = 0;
  for (guint i = 0; i < n_shares; i++)
    self->total += shares[i].n;

  gtk_widget_queue_draw (GTK_WIDGET (self));
}
