/* How our OPML says what an outline element is; in the attribute type, which other programs pass over.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#define TELAAH_OPML_POINT "telaah-point"
#define TELAAH_OPML_CELL "telaah-cell"
#define TELAAH_OPML_SIMILARITIES "telaah-similarities"
#define TELAAH_OPML_DIFFERENCES "telaah-differences"

/* Of what OPML has no element for: the question of the whole. */
#define TELAAH_OPML_NAMESPACE "urn:telaah:opml"
