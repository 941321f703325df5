/* Above a text: asks for words in it to be selected.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-pick-bar.h"

#include <glib/gi18n.h>

#include "app/reader/telaah-notice-layout.h"

struct _TelaahPickBar
{
  GtkWidget  parent_instance;

  GtkWidget *words;
  gboolean   ready;   /* words are selected */
};

G_DEFINE_FINAL_TYPE (TelaahPickBar, telaah_pick_bar, GTK_TYPE_WIDGET)

enum { PICKED, CANCELLED, N_SIGNALS };

static guint signals[N_SIGNALS];

void
telaah_pick_bar_ask (TelaahPickBar *self,
                     const char    *words)
{
  gtk_label_set_text (GTK_LABEL (self->words), words);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

/* Whether there are words to be taken. */
void
telaah_pick_bar_set_ready (TelaahPickBar *self,
                           gboolean       ready)
{
  self->ready = ready;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pick.take", ready);
}

void
telaah_pick_bar_pick (TelaahPickBar *self)
{
  if (!self->ready)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }

  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_signal_emit (self, signals[PICKED], 0);
}

void
telaah_pick_bar_cancel (TelaahPickBar *self)
{
  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return;

  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_signal_emit (self, signals[CANCELLED], 0);
}

static void
take_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  telaah_pick_bar_pick (TELAAH_PICK_BAR (widget));
}

static void
cancel_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  telaah_pick_bar_cancel (TELAAH_PICK_BAR (widget));
}

static void
telaah_pick_bar_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (telaah_pick_bar_parent_class)->dispose (object);
}

static void
telaah_pick_bar_class_init (TelaahPickBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = telaah_pick_bar_dispose;

  signals[PICKED] = g_signal_new ("picked", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CANCELLED] = g_signal_new ("cancelled", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "pickbar");
  gtk_widget_class_set_layout_manager_type (widget_class, TELAAH_TYPE_NOTICE_LAYOUT);
  gtk_widget_class_install_action (widget_class, "pick.take", NULL, take_cb);
  gtk_widget_class_install_action (widget_class, "pick.cancel", NULL, cancel_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "pick.cancel", NULL);
}

static GtkWidget *
add_button (TelaahPickBar *self,
            const char    *label,
            const char    *tooltip,
            const char    *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (button, GTK_WIDGET (self));

  return button;
}

static void
telaah_pick_bar_init (TelaahPickBar *self)
{
  GtkWidget *take;

  gtk_widget_add_css_class (GTK_WIDGET (self), "telaah-notice");
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);

  self->words = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->words), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->words), 0);
  gtk_widget_set_hexpand (self->words, TRUE);
  gtk_widget_set_parent (self->words, GTK_WIDGET (self));

  add_button (self, _("_Cancel"), _("Leave it where it is (Esc)"), "pick.cancel");
  take = add_button (self, _("_Place Here"), _("It stands on the selected words (Enter)"), "pick.take");
  gtk_widget_add_css_class (take, "suggested-action");
  telaah_pick_bar_set_ready (self, FALSE);
}

GtkWidget *
telaah_pick_bar_new (void)
{
  return g_object_new (TELAAH_TYPE_PICK_BAR, NULL);
}
