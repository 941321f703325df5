/* A dialog that tags what a search has found: the words themselves, their sentences or their paragraphs, looked through
 * before. All of it is one verb.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/search/telaah-hits-tag.h"

#include <glib/gi18n.h>

#include "app/reader/telaah-card-words.h"
#include "app/reader/telaah-quote-list.h"
#include "app/reader/telaah-theme-chooser.h"
#include "app/search/telaah-hits-quotes.h"

/* What the title shows of what was searched for. */
#define MOST_OF_QUERY 60

struct _TelaahHitsTag
{
  AdwWindow           parent_instance;

  TelaahSession      *session;
  GPtrArray          *hits;       /* TelaahHit */
  GPtrArray          *spans;      /* TelaahHitSpan, of the unit chosen … */
  GPtrArray          *quotes;     /* … and a TelaahQuoteItem for each */
  GHashTable         *choices;    /* id of a quote, of any unit -> whether the researcher wants it */
  gboolean            tagging;

  TelaahQuoteList    *list;
  TelaahThemeChooser *chooser;

  /* From the template. */
  AdwWindowTitle     *title;
  GtkButton          *tag_button;
  GtkToggleButton    *hit;
  GtkToggleButton    *sentence;
  GtkToggleButton    *paragraph;
  AdwBin             *chooser_slot;
  GtkEditable        *note;
  GtkLabel           *count;
  GtkStack           *stack;
  AdwBin             *list_slot;
  AdwToastOverlay    *toasts;
};

G_DEFINE_FINAL_TYPE (TelaahHitsTag, telaah_hits_tag, ADW_TYPE_WINDOW)

enum { DONE, FAILED, N_SIGNALS };

static guint signals[N_SIGNALS];

static TelaahUnit
get_unit (TelaahHitsTag *self)
{
  return gtk_toggle_button_get_active (self->hit) ? TELAAH_UNIT_HIT
         : gtk_toggle_button_get_active (self->sentence) ? TELAAH_UNIT_SENTENCE : TELAAH_UNIT_PARAGRAPH;
}

static void
fail (TelaahHitsTag *self,
      const GError  *error)
{
  g_autofree char *escaped = g_markup_escape_text (error->message, -1);

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (escaped));
  g_signal_emit (self, signals[FAILED], 0, error->message);
}

/* ---- What it says ---- */

static char *
dup_count (guint n,
           guint n_free,
           guint n_fixed)
{
  /* Translators: how many are chosen, of how many that can be. */
  g_autofree char *chosen = g_strdup_printf (_("%'u of %'u chosen"), n, n_free);
  g_autofree char *fixed = g_strdup_printf (ngettext ("%'u has the theme already", "%'u have the theme already",
                                                      n_fixed), n_fixed);

  return n_fixed > 0 ? g_strjoin (" · ", chosen, fixed, NULL) : g_steal_pointer (&chosen);
}

static void
update (TelaahHitsTag *self)
{
  guint n = telaah_quote_list_count (self->list, TRUE), n_free = telaah_quote_list_count (self->list, FALSE);
  g_autofree char *label = g_strdup_printf (ngettext ("_Tag %'u Passage", "_Tag %'u Passages", n), n);
  g_autofree char *count = dup_count (n, n_free, self->quotes->len - n_free);

  gtk_label_set_text (self->count, count);
  gtk_button_set_label (self->tag_button, label);
  gtk_widget_set_sensitive (GTK_WIDGET (self->tag_button), n > 0 && telaah_theme_chooser_has_choice (self->chooser));
  gtk_stack_set_visible_child_name (self->stack, self->quotes->len > 0 ? "list" : "nothing");
}

static void
checks_cb (TelaahHitsTag *self)
{
  for (guint i = 0; i < self->quotes->len; i++)
    {
      const TelaahQuoteItem *quote = self->quotes->pdata[i];

      if (!quote->fixed)
        g_hash_table_replace (self->choices, g_strdup (quote->id), GINT_TO_POINTER (quote->checked));
    }

  update (self);
}

/* A heading says what comes, not what is so. */
static gboolean
is_wanted (TelaahHitsTag         *self,
           const TelaahHitSpan   *span,
           const TelaahQuoteItem *quote)
{
  gpointer wanted;

  return g_hash_table_lookup_extended (self->choices, quote->id, NULL, &wanted) ? GPOINTER_TO_INT (wanted)
                                                                                : !span->heading;
}

/* Those that have the theme already are not tagged again. */
static void
show_tagged (TelaahHitsTag *self)
{
  for (guint i = 0; i < self->quotes->len; i++)
    {
      const TelaahHitSpan *span = self->spans->pdata[i];
      TelaahQuoteItem *quote = self->quotes->pdata[i];

      quote->fixed = span->tagged;
      quote->checked = !quote->fixed && is_wanted (self, span, quote);
    }
}

static void
load (TelaahHitsTag *self)
{
  const char *theme = telaah_theme_chooser_get_theme (self->chooser);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) spans =
    telaah_session_dup_hit_spans (self->session, self->hits, get_unit (self), theme, &error);
  g_autoptr(GPtrArray) quotes = spans != NULL ? telaah_hits_dup_quotes (self->session, spans, &error) : NULL;

  if (quotes == NULL)
    {
      fail (self, error);
      return;
    }

  g_ptr_array_unref (self->spans);
  g_ptr_array_unref (self->quotes);
  self->spans = g_steal_pointer (&spans);
  self->quotes = g_steal_pointer (&quotes);
  show_tagged (self);
  telaah_quote_list_set (self->list, self->session, self->quotes);
  update (self);
}

/* ---- What is done with it ---- */

/* One of the toggles goes on, another off: one load. */
static void
unit_cb (TelaahHitsTag *self,
         GtkWidget     *toggle)
{
  if (self->session != NULL && gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (toggle)))
    load (self);
}

static void
theme_cb (TelaahHitsTag *self)
{
  if (self->session == NULL || self->tagging)
    return;

  telaah_session_mark_tagged (self->session, self->spans, telaah_theme_chooser_get_theme (self->chooser));
  show_tagged (self);
  telaah_quote_list_refresh (self->list);
  update (self);
}

static gboolean
tag_all (TelaahHitsTag  *self,
         guint          *n,
         GError        **error)
{
  g_autofree char *theme = telaah_theme_chooser_need_theme (self->chooser, error);
  g_autofree char *note = g_strstrip (g_strdup (gtk_editable_get_text (self->note)));

  return theme != NULL && telaah_quotes_tag (self->session, self->quotes, theme, note, n, error);
}

static void
tag_cb (TelaahHitsTag *self)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *message = NULL;
  gboolean done;
  guint n = 0;

  if (!gtk_widget_get_sensitive (GTK_WIDGET (self->tag_button)))
    return;

  self->tagging = TRUE;
  done = tag_all (self, &n, &error);
  self->tagging = FALSE;
  if (!done)
    {
      load (self);
      fail (self, error);
      return;
    }

  message = g_strdup_printf (ngettext ("%'u passage tagged", "%'u passages tagged", n), n);
  g_signal_emit (self, signals[DONE], 0, message);
  gtk_window_close (GTK_WINDOW (self));
}

static void
tag_action_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  tag_cb (TELAAH_HITS_TAG (widget));
}

static void
all_cb (TelaahHitsTag *self)
{
  telaah_quote_list_check_shown (self->list, TRUE);
}

static void
none_cb (TelaahHitsTag *self)
{
  telaah_quote_list_check_shown (self->list, FALSE);
}

/* Where texts or marks are others, so may be the sentences. */
static void
changed_cb (TelaahHitsTag *self,
            TelaahChange   changes)
{
  if (self->tagging)
    return;

  if (changes & (TELAAH_CHANGE_SOURCES | TELAAH_CHANGE_MARKS))
    load (self);
  else if (changes & (TELAAH_CHANGE_PASSAGES | TELAAH_CHANGE_THEMES))
    theme_cb (self);
}

/* ---- The widget ---- */

static void
telaah_hits_tag_dispose (GObject *object)
{
  TelaahHitsTag *self = TELAAH_HITS_TAG (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), TELAAH_TYPE_HITS_TAG);

  G_OBJECT_CLASS (telaah_hits_tag_parent_class)->dispose (object);
}

static void
telaah_hits_tag_finalize (GObject *object)
{
  TelaahHitsTag *self = TELAAH_HITS_TAG (object);

  g_ptr_array_unref (self->hits);
  g_ptr_array_unref (self->spans);
  g_ptr_array_unref (self->quotes);
  g_hash_table_unref (self->choices);

  G_OBJECT_CLASS (telaah_hits_tag_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/telaah/Telaah/telaah-hits-tag.ui");
  gtk_widget_class_bind_template_child (widget_class, TelaahHitsTag, title);
  gtk_widget_class_bind_template_child (widget_class, TelaahHitsTag, tag_button);
  gtk_widget_class_bind_template_child (widget_class, TelaahHitsTag, hit);
  gtk_widget_class_bind_template_child (widget_class, TelaahHitsTag, sentence);
  gtk_widget_class_bind_template_child (widget_class, TelaahHitsTag, paragraph);
  gtk_widget_class_bind_template_child (widget_class, TelaahHitsTag, chooser_slot);
  gtk_widget_class_bind_template_child (widget_class, TelaahHitsTag, note);
  gtk_widget_class_bind_template_child (widget_class, TelaahHitsTag, count);
  gtk_widget_class_bind_template_child (widget_class, TelaahHitsTag, stack);
  gtk_widget_class_bind_template_child (widget_class, TelaahHitsTag, list_slot);
  gtk_widget_class_bind_template_child (widget_class, TelaahHitsTag, toasts);
  gtk_widget_class_bind_template_callback (widget_class, unit_cb);
  gtk_widget_class_bind_template_callback (widget_class, tag_cb);
  gtk_widget_class_bind_template_callback (widget_class, all_cb);
  gtk_widget_class_bind_template_callback (widget_class, none_cb);
}

static void
telaah_hits_tag_class_init (TelaahHitsTagClass *klass)
{
  static const char *const names[] = { [DONE] = "done", [FAILED] = "failed" };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = telaah_hits_tag_dispose;
  G_OBJECT_CLASS (klass)->finalize = telaah_hits_tag_finalize;

  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                               NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "hits.tag", NULL, tag_action_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "hits.tag", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, "hits.tag", NULL);
}

static void
telaah_hits_tag_init (TelaahHitsTag *self)
{
  self->hits = g_ptr_array_new_with_free_func ((GDestroyNotify) telaah_hit_free);
  self->spans = g_ptr_array_new ();
  self->quotes = g_ptr_array_new ();
  self->choices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));

  self->chooser = TELAAH_THEME_CHOOSER (telaah_theme_chooser_new ());
  adw_bin_set_child (self->chooser_slot, GTK_WIDGET (self->chooser));
  g_signal_connect_swapped (self->chooser, "changed", G_CALLBACK (theme_cb), self);
  g_signal_connect_swapped (self->chooser, "activated", G_CALLBACK (tag_cb), self);

  self->list = TELAAH_QUOTE_LIST (telaah_quote_list_new (TRUE));
  adw_bin_set_child (self->list_slot, GTK_WIDGET (self->list));
  g_signal_connect_swapped (self->list, "checks-changed", G_CALLBACK (checks_cb), self);
}

/**
 * telaah_hits_tag_new:
 * @hits: (element-type TelaahHit): copied; those in notes and summaries are passed over
 * @query: what was searched for
 */
GtkWidget *
telaah_hits_tag_new (TelaahSession *session,
                     GPtrArray     *hits,
                     const char    *query)
{
  TelaahHitsTag *self = g_object_new (TELAAH_TYPE_HITS_TAG, NULL);
  g_autofree char *line = telaah_card_dup_line (query, MOST_OF_QUERY);
  g_autofree char *subtitle = g_strdup_printf (_("“%s”"), line);

  for (guint i = 0; i < hits->len; i++)
    if (((const TelaahHit *) hits->pdata[i])->place == TELAAH_PLACE_TEXT)
      g_ptr_array_add (self->hits, telaah_hit_copy (hits->pdata[i]));

  self->session = g_object_ref (session);
  telaah_theme_chooser_set_session (self->chooser, session);
  adw_window_title_set_subtitle (self->title, subtitle);
  g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  load (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->chooser));

  return GTK_WIDGET (self);
}

/* @theme: what they are most likely to be tagged with */
void
telaah_hits_tag_set_theme (TelaahHitsTag *self,
                           const char    *theme)
{
  g_return_if_fail (TELAAH_IS_HITS_TAG (self));

  telaah_theme_chooser_set_theme (self->chooser, theme);
}
