/* One candidate: a sentence that may belong to a theme, the words that made it one, and the answers to it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/compare/telaah-candidate-card.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "app/compare/telaah-ink.h"
#include "app/reader/telaah-card-words.h"
#include "app/telaah-place-words.h"

/* How many words are told as the reason; all of them stand out in the sentence. */
#define MOST_REASONS 5

/* Lines of one sentence, which may be a whole paragraph without a full stop; more code points than those can show. */
#define MOST_LINES           14
#define MOST_OF_QUOTE        1200
#define MOST_LINES_OF_REASON 3

/* What a screen reader says of it. */
#define MOST_OF_NAME 200

struct _TelaahCandidateCard
{
  GtkListBoxRow    parent_instance;

  TelaahCandidate *candidate;
  char            *theme;        /* id: what it is tagged with unless another one is chosen */
  char             hex[8];       /* its colour, #rrggbb */

  GtkWidget       *quote;
  GtkWidget       *tag;          /* a button, or where there is a choice, a split one */
};

G_DEFINE_FINAL_TYPE (TelaahCandidateCard, telaah_candidate_card, GTK_TYPE_LIST_BOX_ROW)

enum { TAG, REFUSE, OPEN, N_SIGNALS };

static guint signals[N_SIGNALS];

/* ---- Words ---- */

/* Where a word of the text lies in the quote, in bytes. Returns: whether it lies within */
static gboolean
find_in_quote (const TelaahCandidate *candidate,
               TelaahSpan             word,
               guint                 *start,
               guint                 *end)
{
  const char *from, *to;

  if (word.start < candidate->span.start || word.end > candidate->span.end || word.start >= word.end)
    return FALSE;

  from = g_utf8_offset_to_pointer (candidate->quote, word.start - candidate->span.start);
  to = g_utf8_offset_to_pointer (from, word.end - word.start);
  *start = from - candidate->quote;
  *end = to - candidate->quote;

  return TRUE;
}

static gboolean
says (GPtrArray  *words,
      const char *word)
{
  g_autofree char *folded = g_utf8_casefold (word, -1);

  for (guint i = 0; i < words->len; i++)
    {
      g_autofree char *other = g_utf8_casefold (words->pdata[i], -1);

      if (g_str_equal (folded, other))
        return TRUE;
    }

  return FALSE;
}

/**
 * telaah_candidate_dup_reasons:
 *
 * Returns: (transfer full) (nullable): the words that made it a candidate, each once, as "serangan, data"; %NULL where
 * no words did
 */
char *
telaah_candidate_dup_reasons (const TelaahCandidate *self)
{
  g_autoptr(GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  guint start, end;

  for (guint i = 0; i < self->n_reasons && words->len < MOST_REASONS; i++)
    if (find_in_quote (self, self->reasons[i], &start, &end))
      {
        g_autofree char *slice = g_strndup (self->quote + start, end - start);
        g_autofree char *word = telaah_card_dup_line (slice, MOST_OF_NAME);

        if (!says (words, word))
          g_ptr_array_add (words, g_steal_pointer (&word));
      }

  if (words->len == 0)
    return NULL;

  g_ptr_array_add (words, NULL);

  /* Translators: what stands between words that are told one after another */
  return g_strjoinv (_(", "), (char **) words->pdata);
}

/* Why it is here, and where it stands. */
static char *
dup_because (TelaahSession         *session,
             const TelaahCandidate *candidate)
{
  g_autofree char *words = telaah_candidate_dup_reasons (candidate);
  g_autofree char *place = telaah_place_words_dup_at (session, candidate->source, candidate->span.start);
  /* Translators: the words for which a sentence is offered as a candidate */
  g_autofree char *because = words != NULL ? g_strdup_printf (_("Because of: %s"), words)
                                           : g_strdup (_("Stands among likely sentences"));

  return g_strjoin ("\n", because, place, NULL);
}

/* ---- What it shows ---- */

static void
insert (PangoAttrList  *list,
        PangoAttribute *attribute,
        guint           start,
        guint           end)
{
  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (list, attribute);
}

/* Not by colour alone: the words are bolder, too. */
static void
show_reasons (TelaahCandidateCard *self)
{
  g_autoptr(PangoAttrList) list = pango_attr_list_new ();
  guint start, end;
  GdkRGBA ink;

  telaah_ink_from_color (self->hex, &ink);
  for (guint i = 0; i < self->candidate->n_reasons; i++)
    if (find_in_quote (self->candidate, self->candidate->reasons[i], &start, &end))
      {
        insert (list, pango_attr_weight_new (PANGO_WEIGHT_SEMIBOLD), start, end);
        insert (list, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE), start, end);
        insert (list, pango_attr_underline_color_new (ink.red * G_MAXUINT16, ink.green * G_MAXUINT16,
                                                      ink.blue * G_MAXUINT16), start, end);
      }

  gtk_label_set_attributes (GTK_LABEL (self->quote), list);
}

static GtkWidget *
label_new (const char *text,
           int         most_lines)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_lines (GTK_LABEL (label), most_lines);

  return label;
}

static char *
dup_tag_tooltip (TelaahSession *session,
                 const char    *theme)
{
  TelaahTheme *item = telaah_session_find_theme (session, theme);

  /* Translators: a tooltip; T is the key */
  return g_strdup_printf (_("Tag with “%s” (T)"), item != NULL ? telaah_theme_fields (item)->name : "");
}

static GMenuModel *
make_menu (TelaahSession     *session,
           const char *const *themes)
{
  GMenu *menu = g_menu_new ();

  for (; *themes != NULL; themes++)
    {
      TelaahTheme *theme = telaah_session_find_theme (session, *themes);
      g_autoptr(GMenuItem) item = g_menu_item_new (theme != NULL ? telaah_theme_fields (theme)->name : "", NULL);

      g_menu_item_set_action_and_target (item, "candidate.tag", "s", *themes);
      g_menu_append_item (menu, item);
    }

  return G_MENU_MODEL (menu);
}

/* Where there is a choice of themes the first of them is at hand, the others in a menu. */
static void
add_tag (TelaahCandidateCard *self,
         GtkWidget           *foot,
         TelaahSession       *session,
         const char *const   *themes)
{
  g_autofree char *tooltip = dup_tag_tooltip (session, self->theme);
  gboolean choice = g_strv_length ((char **) themes) > 1;

  if (choice)
    {
      g_autoptr(GMenuModel) menu = make_menu (session, themes);

      self->tag = g_object_new (ADW_TYPE_SPLIT_BUTTON, "label", C_("candidate", "Tag"), "menu-model", menu,
                                "dropdown-tooltip", _("Choose a Theme"), NULL);
    }
  else
    self->tag = gtk_button_new_with_label (C_("candidate", "Tag"));

  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->tag), "s", self->theme);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->tag), "candidate.tag");
  gtk_widget_set_tooltip_text (self->tag, tooltip);
  gtk_box_append (GTK_BOX (foot), self->tag);
}

static GtkWidget *
foot_new (TelaahCandidateCard *self,
          TelaahSession       *session,
          const char *const   *themes)
{
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *refuse = gtk_button_new_with_label (C_("candidate", "Not This"));
  GtkWidget *open = gtk_button_new_with_label (C_("passage", "Open"));

  add_tag (self, foot, session, themes);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (refuse), "candidate.refuse");
  gtk_widget_set_tooltip_text (refuse, _("Do Not Offer This Again (Delete)"));
  gtk_box_append (GTK_BOX (foot), refuse);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (open), "candidate.open");
  gtk_widget_set_tooltip_text (open, _("Open in Text (Enter)"));
  gtk_widget_set_hexpand (open, TRUE);
  gtk_widget_set_halign (open, GTK_ALIGN_END);
  gtk_widget_add_css_class (open, "flat");
  gtk_widget_add_css_class (open, "caption");
  gtk_accessible_update_property (GTK_ACCESSIBLE (open), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Open in Text"), -1);
  gtk_box_append (GTK_BOX (foot), open);
  gtk_widget_add_css_class (foot, "foot");

  return foot;
}

static void
fill (TelaahCandidateCard *self,
      TelaahSession       *session,
      const char *const   *themes)
{
  g_autofree char *because = dup_because (session, self->candidate);
  g_autofree char *name = telaah_card_dup_line (self->candidate->quote, MOST_OF_NAME);
  g_autofree char *start = telaah_text_dup_start (self->candidate->quote, MOST_OF_QUOTE);
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *reason = label_new (because, MOST_LINES_OF_REASON);

  self->quote = label_new (start, MOST_LINES);
  gtk_widget_add_css_class (self->quote, "quote");
  gtk_widget_add_css_class (reason, "reason");
  gtk_widget_add_css_class (reason, "caption");
  gtk_widget_add_css_class (reason, "dim-label");
  show_reasons (self);

  gtk_box_append (GTK_BOX (card), self->quote);
  gtk_box_append (GTK_BOX (card), reason);
  gtk_box_append (GTK_BOX (card), foot_new (self, session, themes));
  gtk_widget_add_css_class (card, "card");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), card);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, because, -1);
}

/* ---- Answers ---- */

/* "" stands for the theme that is at hand. */
static void
tag_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  TelaahCandidateCard *self = TELAAH_CANDIDATE_CARD (widget);
  const char *theme = g_variant_get_string (parameter, NULL);
  g_autofree char *chosen = g_strdup (*theme != '\0' ? theme : self->theme);

  g_signal_emit (self, signals[TAG], 0, chosen);
}

static void
refuse_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  g_signal_emit (widget, signals[REFUSE], 0);
}

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  g_signal_emit (widget, signals[OPEN], 0);
}

static void
choose_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  TelaahCandidateCard *self = TELAAH_CANDIDATE_CARD (widget);

  if (ADW_IS_SPLIT_BUTTON (self->tag))
    adw_split_button_popup (ADW_SPLIT_BUTTON (self->tag));
}

/* ---- The widget ---- */

static void
telaah_candidate_card_finalize (GObject *object)
{
  TelaahCandidateCard *self = TELAAH_CANDIDATE_CARD (object);

  g_clear_pointer (&self->candidate, telaah_candidate_free);
  g_free (self->theme);

  G_OBJECT_CLASS (telaah_candidate_card_parent_class)->finalize (object);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "candidate.tag", "s", tag_action);
  gtk_widget_class_install_action (widget_class, "candidate.refuse", NULL, refuse_action);
  gtk_widget_class_install_action (widget_class, "candidate.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "candidate.choose", NULL, choose_action);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_t, 0, "candidate.tag", "s", "");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "candidate.refuse", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Delete, 0, "candidate.refuse", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "candidate.choose", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "candidate.choose", NULL);
}

static void
telaah_candidate_card_class_init (TelaahCandidateCardClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = telaah_candidate_card_finalize;

  signals[TAG] = g_signal_new ("tag", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[REFUSE] = g_signal_new ("refuse", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[OPEN] = g_signal_new ("open", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  add_keys (GTK_WIDGET_CLASS (klass));
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "candidatecard");
}

static void
telaah_candidate_card_init (TelaahCandidateCard *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  g_signal_connect_object (style, "notify::dark", G_CALLBACK (show_reasons), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (show_reasons), self, G_CONNECT_SWAPPED);
}

/**
 * telaah_candidate_card_new:
 * @candidate: (transfer full):
 * @themes: ids of those it may be tagged with, one at least; the first one is at hand
 */
GtkWidget *
telaah_candidate_card_new (TelaahSession     *session,
                           TelaahCandidate   *candidate,
                           const char *const *themes)
{
  TelaahCandidateCard *self = g_object_new (TELAAH_TYPE_CANDIDATE_CARD, NULL);

  self->candidate = candidate;
  self->theme = g_strdup (themes[0]);
  g_strlcpy (self->hex, telaah_session_get_color (session, self->theme), sizeof self->hex);
  fill (self, session, themes);

  return GTK_WIDGET (self);
}

const TelaahCandidate *
telaah_candidate_card_get_candidate (TelaahCandidateCard *self)
{
  g_return_val_if_fail (TELAAH_IS_CANDIDATE_CARD (self), NULL);

  return self->candidate;
}
