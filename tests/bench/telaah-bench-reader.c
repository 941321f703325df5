/* The text view with a source in it, and GTK's own laid out the same.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "bench/telaah-bench-reader.h"

#include "app/telaah-color.h"

static void
get_color (const char *theme,
           GdkRGBA    *color,
           gpointer    user_data)
{
  telaah_color_for_style (telaah_session_get_color (user_data, theme), FALSE, FALSE, color);
}

GtkWidget *
telaah_bench_scroll (GtkWidget *view)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);

  return scroller;
}

GtkWidget *
telaah_bench_view_new (TelaahSession *session,
                       const char    *source)
{
  GtkWidget *view = telaah_text_view_new ();
  g_autoptr(TelaahText) text = telaah_session_dup_text (session, source, NULL);

  telaah_text_view_set_color_func (TELAAH_TEXT_VIEW (view), get_color, session, NULL);
  telaah_text_view_set_text (TELAAH_TEXT_VIEW (view), text);
  telaah_text_view_set_passages (TELAAH_TEXT_VIEW (view), telaah_session_get_passages (session, source));

  return view;
}

GtkWidget *
telaah_bench_plain_new (const char             *body,
                        const TelaahBenchType *type)
{
  GtkWidget *view = gtk_text_view_new ();
  GtkTextView *text_view = GTK_TEXT_VIEW (view);

  gtk_widget_add_css_class (view, "telaah-reading");
  gtk_text_view_set_editable (text_view, FALSE);
  gtk_text_view_set_wrap_mode (text_view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_left_margin (text_view, type->left);
  gtk_text_view_set_right_margin (text_view, type->right);
  gtk_text_view_set_pixels_below_lines (text_view, type->below);
  gtk_text_view_set_pixels_inside_wrap (text_view, type->inside);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (text_view), body, -1);

  return view;
}

/* As a view has it that is on show. */
TelaahBenchType
telaah_bench_get_type (GtkWidget *view)
{
  GtkTextView *text_view = GTK_TEXT_VIEW (view);

  return (TelaahBenchType) {
    gtk_text_view_get_left_margin (text_view), gtk_text_view_get_right_margin (text_view),
    gtk_text_view_get_pixels_below_lines (text_view), gtk_text_view_get_pixels_inside_wrap (text_view),
  };
}
