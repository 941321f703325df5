/* What the files of the theme tree share.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/reader/telaah-live-rows.h"
#include "app/reader/telaah-theme-row.h"
#include "app/reader/telaah-theme-tree.h"
#include "app/telaah-color.h"

G_BEGIN_DECLS

struct _TelaahThemeTree
{
  GtkWidget           parent_instance;

  TelaahSession      *session;
  char               *source;        /* the one that is open, or NULL */

  TelaahLiveRows     *rows;
  TelaahColors       *colors;
  GHashTable         *folded;        /* ids */
  TelaahThemeRow     *draft;         /* a theme that is being named, or NULL */
  char               *draft_parent;  /* id, NULL: the top */
  char               *added;         /* id of the theme that the draft has become, or NULL */

  GtkWidget          *popover;       /* the last one that was shown, or NULL */
  GSimpleAction      *digit;
  TelaahThemeRow     *zone_row;      /* that shows where something dragged would go, or NULL */

  GtkListBox         *list;          /* from the template */
  GtkLabel           *count;
};

/* Borrowed: the row that a command is about, or NULL; never a draft. */
TelaahThemeRow *telaah_theme_tree_get_current      (TelaahThemeTree     *self);
const char     *telaah_theme_tree_get_current_id   (TelaahThemeTree     *self);
void            telaah_theme_tree_fail             (TelaahThemeTree     *self,
                                                    const GError        *error);
void            telaah_theme_tree_tell_removed     (TelaahThemeTree     *self,
                                                    const char          *label);
gboolean        telaah_theme_tree_has_levels       (TelaahThemeTree     *self);
void            telaah_theme_tree_fold             (TelaahThemeTree     *self,
                                                    const char          *theme,
                                                    gboolean             folded);
gboolean        telaah_theme_tree_place            (TelaahThemeTree     *self,
                                                    const char          *theme,
                                                    const TelaahThemePlace *place);

/* Commands */
void            telaah_theme_tree_install_commands (GtkWidgetClass      *widget_class);
void            telaah_theme_tree_init_commands    (TelaahThemeTree     *self);
gboolean        telaah_theme_tree_name_row         (TelaahThemeTree     *self,
                                                    const char          *name,
                                                    TelaahThemeRow      *row);
void            telaah_theme_tree_end_naming       (TelaahThemeTree     *self,
                                                    TelaahThemeRow      *row);
void            telaah_theme_tree_set_key          (TelaahThemeTree     *self,
                                                    const char          *key,
                                                    const char          *value);

/* Popovers */
void            telaah_theme_tree_show_menu        (TelaahThemeTree     *self,
                                                    const GdkRectangle  *at);
void            telaah_theme_tree_show_palette     (TelaahThemeTree     *self);
void            telaah_theme_tree_show_description (TelaahThemeTree     *self);

/* Drag and drop */
void            telaah_theme_tree_init_drag        (TelaahThemeTree     *self);
gboolean        telaah_theme_tree_drop             (TelaahThemeTree     *self,
                                                    const char          *theme,
                                                    const char          *target,
                                                    TelaahThemeZone      zone);

G_END_DECLS
