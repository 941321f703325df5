/* Sentences as the learner sees them: which stems they hold, those of the headings above and the sentences around.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "analysis/telaah-learner.h"
#include "text/telaah-text.h"
#include "text/telaah-words.h"

G_BEGIN_DECLS

/* The terms of a project, each by a number from 0: stems, of all its languages. */
typedef struct _TelaahTerms TelaahTerms;

TelaahTerms *telaah_terms_new   (void);
void         telaah_terms_free  (TelaahTerms   *self);
guint        telaah_terms_learn (TelaahTerms   *self,
                                 const char    *term);
guint        telaah_terms_get_n (TelaahTerms   *self);
void         telaah_terms_add   (TelaahTerms   *self,      /* those of @words: of a theme's name, say */
                                 const char    *words,
                                 TelaahLexicon *lexicon,
                                 GArray        *numbers);  /* guint: appended, without stop words */

/* A word of a sentence. */
typedef struct
{
  guint   term;
  guint   start;     /* in code points of the text, as the next */
  guint   end;
  guint8  is_stop;   /* says little */
} TelaahToken;

/* A sentence. */
typedef struct
{
  TelaahSpan span;
  guint      first;      /* of its tokens */
  guint      n_tokens;
  guint      section;    /* those under the same heading have the same; from 0 */
} TelaahUnit;

/* A text, read once; does not change, any thread may look at it. */
typedef struct _TelaahReading TelaahReading;

TelaahReading     *telaah_reading_new         (const TelaahText    *text,
                                               const GArray        *sentences,   /* TelaahSpan */
                                               GPtrArray           *marks,       /* TelaahMark, headings and others */
                                               TelaahLexicon       *lexicon,
                                               TelaahTerms         *terms);
void               telaah_reading_free        (TelaahReading       *self);
guint              telaah_reading_get_n_units (const TelaahReading *self);
const TelaahUnit  *telaah_reading_get_unit    (const TelaahReading *self,
                                               guint                unit);
const TelaahToken *telaah_reading_get_tokens  (const TelaahReading *self,
                                               const TelaahUnit    *unit);

/* Makes features of units. How much a term says is judged by how few of the units of all readings have it. */
typedef struct _TelaahFeatureMaker TelaahFeatureMaker;

TelaahFeatureMaker *telaah_feature_maker_new  (GPtrArray           *readings,    /* borrowed TelaahReading */
                                               guint                n_terms);
void                telaah_feature_maker_free (TelaahFeatureMaker  *self);

/* Each appends TelaahFeatures: all that is known of a unit; its own words alone, of length 1; those of the headings above
 * it alone, of length 1. */
void                telaah_feature_maker_add          (TelaahFeatureMaker  *self,
                                                       const TelaahReading *reading,
                                                       guint                unit,
                                                       GArray              *features);
void                telaah_feature_maker_add_own      (TelaahFeatureMaker  *self,
                                                       const TelaahReading *reading,
                                                       guint                unit,
                                                       GArray              *features);
void                telaah_feature_maker_add_headings (TelaahFeatureMaker  *self,
                                                       const TelaahReading *reading,
                                                       guint                unit,
                                                       GArray              *features);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TelaahTerms, telaah_terms_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TelaahReading, telaah_reading_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TelaahFeatureMaker, telaah_feature_maker_free)

G_END_DECLS
