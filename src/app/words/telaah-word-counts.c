/* How often words come, or which are the key words of a theme, as a table with what it is about above.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/words/telaah-word-counts.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "app/reader/telaah-flow-layout.h"
#include "app/words/telaah-word-asking.h"
#include "app/words/telaah-word-choice.h"
#include "app/words/telaah-word-columns.h"
#include "app/words/telaah-word-table.h"

struct _TelaahWordCounts
{
  GtkWidget         parent_instance;

  gboolean          key_words;
  TelaahSession    *session;
  TelaahWordAsking  asking;
  gboolean          filling;      /* not asked by a person */
  guint             n_words;      /* before the filter */

  /* From the template. */
  GtkDropDown      *theme;
  GtkDropDown      *source;
  GtkToggleButton  *stems;
  GtkToggleButton  *stop_words;
  GtkToggleButton  *rarer;
  GtkWidget        *least_box;
  GtkSpinButton    *least;
  GtkLabel         *words;
  GtkStack         *stack;
  TelaahWordTable  *table;
  AdwStatusPage    *empty;
  GtkLabel         *count;
  GtkSpinner       *spinner;
};

G_DEFINE_FINAL_TYPE (TelaahWordCounts, telaah_word_counts, GTK_TYPE_WIDGET)

enum { PROP_0, PROP_KEY_WORDS, N_PROPS };
enum { OPEN_WORD, ANSWERED, N_SIGNALS };

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* Before what has changed is counted. */
#define CHANGED_MS 300

/* ---- What it says ---- */

/* In one sentence what the numbers are of. */
static void
update_words (TelaahWordCounts *self)
{
  const char *theme = telaah_word_choice_get (self->theme);
  TelaahTheme *item = theme != NULL ? telaah_session_find_theme (self->session, theme) : NULL;
  g_autofree char *words = NULL;

  if (self->key_words && item != NULL)
    words = g_strdup_printf (gtk_toggle_button_get_active (self->rarer)
                               ? _("Words that are rarer in what is tagged with “%s” than in the rest.")
                               : _("Words that are more frequent in what is tagged with “%s” than in the rest."),
                             telaah_theme_fields (item)->name);
  gtk_label_set_text (self->words, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->words), words != NULL);
}

static void
show_empty (TelaahWordCounts *self,
            const char       *title,
            const char       *description)
{
  adw_status_page_set_title (self->empty, title);
  adw_status_page_set_description (self->empty, description);
  gtk_stack_set_visible_child_name (self->stack, "empty");
}

/* Passages of the theme and of those below it, in the source that is chosen, or in all. */
static gboolean
is_tagged (TelaahWordCounts *self)
{
  GListModel *themes = telaah_session_get_themes (self->session);
  const char *wanted = telaah_word_choice_get (self->theme), *source = telaah_word_choice_get (self->source);
  guint depth = G_MAXUINT, n = 0;

  for (guint i = 0; wanted != NULL && i < g_list_model_get_n_items (themes); i++)
    {
      g_autoptr(TelaahTheme) theme = g_list_model_get_item (themes, i);
      const TelaahThemeFields *f = telaah_theme_fields (theme);

      if (depth != G_MAXUINT && f->depth <= depth)
        break;
      if (depth == G_MAXUINT && g_strcmp0 (f->id, wanted) != 0)
        continue;

      depth = MIN (depth, f->depth);
      n += telaah_session_count (self->session, f->id, source);
    }

  return n > 0;
}

/* There is nothing to see: why, and what would help. */
static void
explain_empty (TelaahWordCounts *self)
{
  if (g_list_model_get_n_items (telaah_session_get_sources (self->session)) == 0)
    show_empty (self, _("No Texts Yet"), _("Import texts to count their words."));
  else if (self->key_words && g_list_model_get_n_items (telaah_session_get_themes (self->session)) == 0)
    show_empty (self, _("No Themes Yet"),
                _("Key words are those of what is tagged with a theme: tag some passages first."));
  else if (telaah_word_choice_get (self->theme) != NULL && !is_tagged (self))
    show_empty (self, _("No Passages"), telaah_word_choice_get (self->source) != NULL
                                          ? _("Nothing in this source is tagged with the theme.")
                                          : _("Nothing is tagged with this theme yet."));
  else if (self->n_words > 0 && gtk_toggle_button_get_active (self->rarer))
    show_empty (self, _("No Words"), _("No word is rarer here than in the rest and comes so often there."));
  else if (self->n_words > 0)
    show_empty (self, _("No Words"), _("No word comes so often and is more frequent than in the rest."));
  else
    show_empty (self, _("No Words"), _("There are no words to count here."));
}

static void
arranged_cb (TelaahWordCounts *self)
{
  guint n = telaah_word_table_get_shown (self->table)->len;
  g_autofree char *count = n < self->n_words
                             ? g_strdup_printf (ngettext ("%'u of %'u word", "%'u of %'u words", self->n_words),
                                                n, self->n_words)
                             : g_strdup_printf (ngettext ("%'u word", "%'u words", n), n);

  gtk_label_set_text (self->count, n > 0 ? count : "");
  if (n > 0)
    gtk_stack_set_visible_child_name (self->stack, "table");
  else
    explain_empty (self);
  g_signal_emit (self, signals[ANSWERED], 0);
}

/* ---- Asking ---- */

static void
show (TelaahWordCounts *self,
      GPtrArray        *rows)
{
  self->n_words = rows->len;
  telaah_word_table_set_rows (self->table, rows, telaah_word_asking_end (&self->asking));
}

static void
answered_cb (GObject      *session,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(TelaahWordCounts) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) rows = telaah_session_word_list_finish (TELAAH_SESSION (session), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (rows != NULL)
    {
      show (self, rows);
      return;
    }

  telaah_word_asking_end (&self->asking);
  gtk_label_set_text (self->count, "");
  show_empty (self, _("The Words Can’t Be Counted"), error->message);
}

static void
ask (GtkWidget    *widget,
     GCancellable *cancellable)
{
  TelaahWordCounts *self = TELAAH_WORD_COUNTS (widget);
  TelaahFrequencyRequest request = {
    .source = telaah_word_choice_get (self->source), .theme = telaah_word_choice_get (self->theme),
    .stems = gtk_toggle_button_get_active (self->stems),
    .stop_words = gtk_toggle_button_get_active (self->stop_words),
  };

  update_words (self);
  if (g_list_model_get_n_items (telaah_session_get_sources (self->session)) == 0 ||
      (self->key_words && request.theme == NULL))
    {
      g_autoptr(GPtrArray) none = g_ptr_array_new ();

      show (self, none);
    }
  else if (self->key_words)
    telaah_session_key_words_async (self->session, &request, cancellable, answered_cb, g_object_ref (self));
  else
    telaah_session_frequencies_async (self->session, &request, cancellable, answered_cb, g_object_ref (self));
}

static void
question_changed_cb (TelaahWordCounts *self)
{
  if (self->session != NULL && !self->filling)
    telaah_word_asking_ask (&self->asking, TRUE, 0);
}

static void
filter_changed_cb (TelaahWordCounts *self)
{
  TelaahWordFilter filter = telaah_word_columns_get_filter (gtk_toggle_button_get_active (self->rarer),
                                                            gtk_spin_button_get_value (self->least));

  if (self->session == NULL || !self->key_words)
    return;

  update_words (self);
  telaah_word_table_set_filter (self->table, &filter);
}

static void
activated_cb (TelaahWordCounts *self,
              const char       *word)
{
  g_signal_emit (self, signals[OPEN_WORD], 0, word, gtk_toggle_button_get_active (self->stems),
                 telaah_word_choice_get (self->source));
}

/* ---- Following the project ---- */

/* The first one that has passages, where none has been chosen. */
static void
choose_theme (TelaahWordCounts *self)
{
  GListModel *themes = telaah_session_get_themes (self->session);

  for (guint i = 0; i < g_list_model_get_n_items (themes); i++)
    {
      g_autoptr(TelaahTheme) theme = g_list_model_get_item (themes, i);

      if (telaah_session_count (self->session, telaah_theme_fields (theme)->id, NULL) > 0)
        {
          telaah_word_choice_set (self->theme, telaah_theme_fields (theme)->id);
          return;
        }
    }
}

/* Returns: whether something that was chosen has gone */
static gboolean
fill (TelaahWordCounts *self)
{
  gboolean chosen = telaah_word_choice_get (self->theme) != NULL, gone;

  self->filling = TRUE;
  gone = telaah_word_choice_fill (self->source, self->session, TELAAH_WORD_CHOICE_SOURCES, _("All Sources"));
  gone |= telaah_word_choice_fill (self->theme, self->session, TELAAH_WORD_CHOICE_THEMES,
                                   self->key_words ? NULL : _("All Text"));
  if (self->key_words && !chosen)
    choose_theme (self);
  self->filling = FALSE;

  return gone;
}

static void
changed_cb (TelaahWordCounts *self,
            TelaahChange      changes)
{
  const TelaahChange texts = TELAAH_CHANGE_SOURCES | TELAAH_CHANGE_MARKS | TELAAH_CHANGE_PROJECT;
  const TelaahChange tags = TELAAH_CHANGE_THEMES | TELAAH_CHANGE_PASSAGES;

  if (!(changes & (texts | tags)))
    return;

  if (fill (self) || (changes & texts) || telaah_word_choice_get (self->theme) != NULL)
    telaah_word_asking_ask (&self->asking, FALSE, CHANGED_MS);
}

/* ---- The widget ---- */

static void
telaah_word_counts_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (telaah_word_counts_parent_class)->map (widget);

  telaah_word_asking_mapped (&TELAAH_WORD_COUNTS (widget)->asking);
}

static gboolean
telaah_word_counts_grab_focus (GtkWidget *widget)
{
  TelaahWordCounts *self = TELAAH_WORD_COUNTS (widget);

  return gtk_widget_grab_focus (gtk_widget_get_mapped (GTK_WIDGET (self->table)) ? GTK_WIDGET (self->table)
                                                                                  : GTK_WIDGET (self->theme));
}

static void
telaah_word_counts_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  if (prop_id == PROP_KEY_WORDS)
    TELAAH_WORD_COUNTS (object)->key_words = g_value_get_boolean (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
telaah_word_counts_constructed (GObject *object)
{
  TelaahWordCounts *self = TELAAH_WORD_COUNTS (object);
  const TelaahWordColumn *columns;
  guint n, sorted_by;

  G_OBJECT_CLASS (telaah_word_counts_parent_class)->constructed (object);

  gtk_widget_set_visible (GTK_WIDGET (self->rarer), self->key_words);
  gtk_widget_set_visible (self->least_box, self->key_words);
  gtk_widget_set_visible (GTK_WIDGET (self->words), FALSE);
  columns = self->key_words ? telaah_word_columns_get_key_words (&n, &sorted_by)
                            : telaah_word_columns_get_frequencies (&n, &sorted_by);
  telaah_word_table_set_columns (self->table, columns, n, sorted_by,
                                 self->key_words ? _("Key Words") : _("Frequencies"));
}

static void
telaah_word_counts_dispose (GObject *object)
{
  TelaahWordCounts *self = TELAAH_WORD_COUNTS (object);
  GtkWidget *child;

  telaah_word_asking_stop (&self->asking);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), TELAAH_TYPE_WORD_COUNTS);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (telaah_word_counts_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/telaah/Telaah/telaah-word-counts.ui");
  gtk_widget_class_bind_template_child (widget_class, TelaahWordCounts, theme);
  gtk_widget_class_bind_template_child (widget_class, TelaahWordCounts, source);
  gtk_widget_class_bind_template_child (widget_class, TelaahWordCounts, stems);
  gtk_widget_class_bind_template_child (widget_class, TelaahWordCounts, stop_words);
  gtk_widget_class_bind_template_child (widget_class, TelaahWordCounts, rarer);
  gtk_widget_class_bind_template_child (widget_class, TelaahWordCounts, least_box);
  gtk_widget_class_bind_template_child (widget_class, TelaahWordCounts, least);
  gtk_widget_class_bind_template_child (widget_class, TelaahWordCounts, words);
  gtk_widget_class_bind_template_child (widget_class, TelaahWordCounts, stack);
  gtk_widget_class_bind_template_child (widget_class, TelaahWordCounts, table);
  gtk_widget_class_bind_template_child (widget_class, TelaahWordCounts, empty);
  gtk_widget_class_bind_template_child (widget_class, TelaahWordCounts, count);
  gtk_widget_class_bind_template_child (widget_class, TelaahWordCounts, spinner);
  gtk_widget_class_bind_template_callback (widget_class, question_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, arranged_cb);
}

static void
telaah_word_counts_class_init (TelaahWordCountsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = telaah_word_counts_constructed;
  object_class->set_property = telaah_word_counts_set_property;
  object_class->dispose = telaah_word_counts_dispose;
  widget_class->map = telaah_word_counts_map;
  widget_class->grab_focus = telaah_word_counts_grab_focus;

  properties[PROP_KEY_WORDS] = g_param_spec_boolean ("key-words", NULL, NULL, FALSE,
                                                     G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY |
                                                     G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[OPEN_WORD] = g_signal_new ("open-word", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_BOOLEAN, G_TYPE_STRING);
  signals[ANSWERED] = g_signal_new ("answered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);

  g_type_ensure (TELAAH_TYPE_FLOW_LAYOUT);
  g_type_ensure (TELAAH_TYPE_WORD_TABLE);
  bind_template (widget_class);
  gtk_widget_class_set_css_name (widget_class, "wordcounts");
}

static void
telaah_word_counts_init (TelaahWordCounts *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  telaah_word_asking_init (&self->asking, GTK_WIDGET (self), self->spinner, ask);
  telaah_word_choice_init (self->theme);
  telaah_word_choice_init (self->source);
}

void
telaah_word_counts_set_session (TelaahWordCounts *self,
                                TelaahSession    *session)
{
  g_return_if_fail (TELAAH_IS_WORD_COUNTS (self) && self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  fill (self);
  filter_changed_cb (self);
  telaah_word_asking_ask (&self->asking, TRUE, 0);
}

GPtrArray *
telaah_word_counts_get_rows (TelaahWordCounts *self)
{
  g_return_val_if_fail (TELAAH_IS_WORD_COUNTS (self), NULL);

  return telaah_word_table_get_shown (self->table);
}

/* What is shown, in the order that it is shown in. */
char *
telaah_word_counts_dup_csv (TelaahWordCounts *self)
{
  GPtrArray *rows = telaah_word_counts_get_rows (self);

  return self->key_words ? telaah_key_words_dup_csv (rows) : telaah_frequencies_dup_csv (rows);
}

const char *
telaah_word_counts_get_theme (TelaahWordCounts *self)
{
  g_return_val_if_fail (TELAAH_IS_WORD_COUNTS (self), NULL);

  return telaah_word_choice_get (self->theme);
}

void
telaah_word_counts_set_theme (TelaahWordCounts *self,
                              const char       *theme)
{
  g_return_if_fail (TELAAH_IS_WORD_COUNTS (self));

  telaah_word_choice_set (self->theme, theme);
}

void
telaah_word_counts_set_narrow (TelaahWordCounts *self,
                               gboolean          narrow)
{
  g_return_if_fail (TELAAH_IS_WORD_COUNTS (self));

  telaah_word_table_set_narrow (self->table, narrow);
}
