/* The attributes that researchers give a source of their own: rows of a name and its value.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TELAAH_TYPE_ATTRIBUTE_GROUP (telaah_attribute_group_get_type ())
G_DECLARE_FINAL_TYPE (TelaahAttributeGroup, telaah_attribute_group, TELAAH, ATTRIBUTE_GROUP, AdwPreferencesGroup)

/* Signals: "changed". */

void  telaah_attribute_group_fill         (TelaahAttributeGroup *self,
                                           GPtrArray            *pairs,
                                           GPtrArray            *names);
void  telaah_attribute_group_add          (TelaahAttributeGroup *self,
                                           const char           *name);
void  telaah_attribute_group_list_changes (TelaahAttributeGroup *self,
                                           GStrvBuilder         *pairs);

G_END_DECLS
