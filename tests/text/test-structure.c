/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "text/telaah-structure.h"

#include <string.h>

#define WATER \
  "Air bersih di kawasan pesisir menjadi rebutan setiap kemarau, dan warga yang tinggal jauh dari " \
  "sumur harus berjalan sejak subuh untuk mengisi dua jeriken.\n"
#define PUMP \
  "Pompa yang dipasang dua tahun lalu berhenti bekerja karena tidak ada yang menghitung biaya " \
  "perawatannya. Warga lalu mengumpulkan iuran sendiri.\n"
#define WALL \
  "The harbour town has argued since spring about who should pay for the sea wall, and every month " \
  "of waiting adds to the price of the steel.\n"
#define COUNCIL \
  "The council says that the money is there. Nobody on the council, however, wants to be the one " \
  "who signs the contract with the engineers.\n"

/* Each mark on a line: H and its level, or C and its reason; then its words, with ~ for a line break. */
static char *
print_marks (const char *body)
{
  g_autoptr(TelaahText) text = telaah_text_new (g_strdup (body));
  g_autoptr(GArray) marks = telaah_text_propose_marks (text, NULL);
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < marks->len; i++)
    {
      const TelaahProposal *mark = &g_array_index (marks, TelaahProposal, i);
      g_autofree char *words = telaah_text_dup_slice (text, mark->span);

      if (mark->kind == TELAAH_MARK_HEADING)
        g_string_append_printf (lines, "H%u %s\n", mark->level, g_strdelimit (words, "\n", '~'));
      else
        g_string_append_printf (lines, "C %s %s\n", mark->reason, g_strdelimit (words, "\n", '~'));
    }

  return g_string_free (lines, FALSE);
}

static const struct
{
  const char *name;
  const char *body;
  const char *marks;
} articles[] = {
  { "empty", "", "" },
  { "blank", " \n\u00a0\n\t\n", "" },
  { "one-paragraph", WATER, "" },
  { "plain",
    "Air yang Mahal\n\n" WATER "\nIuran warga\n\n" PUMP "\nSiapa yang memegang kas\n\n" WATER,
    "H1 Air yang Mahal\nH2 Iuran warga\nH2 Siapa yang memegang kas\n" },
  { "no-title-no-blank-lines",
    WATER "Iuran warga menjadi jalan keluar\n" PUMP "Kas yang terbuka bagi semua\n" WATER,
    "H1 Iuran warga menjadi jalan keluar\nH1 Kas yang terbuka bagi semua\n" },
  { "cut-off-below-a-heading",
    WATER "Iuran warga menjadi jalan keluar\n" PUMP "Kas yang terbuka bagi semua\n" WATER "Pompa baru untuk desa",
    "H1 Iuran warga menjadi jalan keluar\nH1 Kas yang terbuka bagi semua\nH1 Pompa baru untuk desa\n" },
  { "letters-and-numbers",
    "Air dan Kepercayaan\n" WATER
    "A. Masalah Bersama:\n1. Pompa yang Rusak:\n" PUMP "2. Sumur Payau:\n" WATER
    "B. Jalan Keluar:\n1. Iuran Terbuka:\n" PUMP "2. Musyawarah:\n" WATER,
    "H1 Air dan Kepercayaan\nH2 A. Masalah Bersama\nH3 1. Pompa yang Rusak\nH3 2. Sumur Payau\n"
    "H2 B. Jalan Keluar\nH3 1. Iuran Terbuka\nH3 2. Musyawarah\n" },
  { "plain-above-and-below-numbers",
    "Air dan Kepercayaan\n" WATER
    "A. Masalah Bersama:\n1. Pompa:\n" PUMP "2. Sumur:\n" WATER
    "Jalan Keluar dari Desa:\n1. Iuran:\nPapan Pengumuman:\n" PUMP "Buku Kas:\n" WATER "2. Musyawarah:\n" PUMP,
    "H1 Air dan Kepercayaan\nH2 A. Masalah Bersama\nH3 1. Pompa\nH3 2. Sumur\n"
    "H2 Jalan Keluar dari Desa\nH3 1. Iuran\nH4 Papan Pengumuman\nH4 Buku Kas\nH3 2. Musyawarah\n" },
  { "list-without-a-counter",
    "Air dan Kepercayaan\n\n  1. Pompa yang Rusak\n\n" PUMP "\n  1. Sumur yang Payau\n\n" WATER,
    "H1 Air dan Kepercayaan\nH2 1. Pompa yang Rusak\nH2 1. Sumur yang Payau\n" },
  { "decimals",
    "Water and Trust\n\nAbstract\n\n" WALL "\n1 Introduction\n\n" COUNCIL "\n2 Method\n\n" WALL "\n2.1 "
    "Interviews\n\n" COUNCIL
    "\n2.2 Records\n\n" WALL "\nReferences\n\nHollis, K. (2014). Who pays? Journal of Harbours, 3(1), 1-20.\n",
    "H1 Water and Trust\nH2 Abstract\nH2 1 Introduction\nH2 2 Method\nH3 2.1 Interviews\nH3 2.2 Records\nH2 "
    "References\n" },
  { "chapters",
    "BAB I PENDAHULUAN\n\nA. Latar Belakang\n\n" WATER "\nB. Tujuan\n\n" PUMP "\nBAB II\nTINJAUAN PUSTAKA\n\n" WATER,
    "H1 BAB I PENDAHULUAN\nH2 A. Latar Belakang\nH2 B. Tujuan\nH1 BAB II~TINJAUAN PUSTAKA\n" },
  { "law",
    "BAB I\nKETENTUAN UMUM\n\nPasal 1\n" WATER "\nBAB II\nPENGELOLAAN\n\nPasal 2\n(1) " PUMP "(2) "
    WATER "\nPasal 3\n" PUMP,
    "H1 BAB I~KETENTUAN UMUM\nH2 Pasal 1\nH1 BAB II~PENGELOLAAN\nH2 Pasal 2\nH2 Pasal 3\n" },
  { "run-in",
    "Air dan Kepercayaan\n\n" WATER "\n1. Pompa yang Rusak\nTantangan Teknis: " PUMP "Tantangan Sosial: " WATER
    "2. Sumur yang Payau\nTantangan Teknis: " WATER "Tantangan Sosial: " PUMP,
    "H1 Air dan Kepercayaan\nH2 1. Pompa yang Rusak\nH3 Tantangan Teknis\nH3 Tantangan Sosial\n"
    "H2 2. Sumur yang Payau\nH3 Tantangan Teknis\nH3 Tantangan Sosial\n" },
  { "run-in-numbered",
    "Air dan Kepercayaan\n\n" WATER "\n1. Akses Warga: " PUMP "2. Biaya Perawatan: " WATER "\na. Tunggakan. " PUMP
    "b. Konflik Kepentingan. " WATER,
    "H1 Air dan Kepercayaan\nH2 1. Akses Warga\nH2 2. Biaya Perawatan\nH2 a. Tunggakan\nH2 b. Konflik "
    "Kepentingan\n" },
  { "markdown",
    "# Catatan Air #\n\n" WATER "\n## **Iuran**\n\n- **Terbuka:** " PUMP "- **Rutin:** " WATER
    "\n```\n# bukan judul\n```\n\nPenutup\n-------\n\n" PUMP,
    "H1 Catatan Air\nH2 Iuran\nH3 Terbuka\nH3 Rutin\nH2 Penutup\n" },
  { "wiki",
    "Sea wall\n\nFrom Wikipedia, the free encyclopedia\n\n" WALL "\nHistory[edit]\n" COUNCIL,
    "H1 Sea wall\nC menu From Wikipedia, the free encyclopedia\nH2 History\nC menu [edit]\n" },

  { "rows-of-phrases",
    "Air dan Kepercayaan\n\n" WATER "\nBagikan artikel ini · 2.310 kali dibaca\n\n" PUMP "\nDilihat 1.204 kali\n\n" WATER
    "\nKas desa · Sumur · Pompa\n" PUMP,
    "H1 Air dan Kepercayaan\nC reader-count Bagikan artikel ini · 2.310 kali dibaca\n"
    "C reader-count Dilihat 1.204 kali\nH2 Kas desa · Sumur · Pompa\n" },

  { "poem", "Sumur\n\nDi belakang rumah nenek\nada lubang yang menyimpan langit\nKami menimba pagi\n\nJangan "
    "berisik, kata nenek\n"
    "air pun bisa mendengar\n", "H1 Sumur\n" },
  { "verse-without-title", "Di belakang rumah nenek\nada lubang yang menyimpan langit\nKami menimba pagi", "" },
  { "list-below-an-announcement",
    WATER "Faktor tersebut adalah:\nHarga\nJarak\nWaktu\n" PUMP, "" },
  { "items-that-are-sentences",
    WATER "1. Memastikan pompa memiliki anggaran perawatan;\n2. Melibatkan warga sejak perencanaan; dan\n3. "
    "Melaporkan kas.\n" PUMP,
    "" },
  { "questions-of-an-interview",
    "Pompa dan Kas\n\n" WATER "\nApa yang salah dengan pompa itu?\n\n" PUMP "\nMenurut Anda, siapa yang "
    "lalai?\n\n" WATER,
    "H1 Pompa dan Kas\n" },
  { "speakers",
    WATER "Retno: Pompa itu dipasang tanpa bertanya kepada warga yang memakainya setiap hari.\n"
    "Hadi: Kami mengakui kesalahan itu dan akan memperbaikinya bersama warga tahun ini.\n"
    "Retno: Lalu siapa yang membayar perawatannya setelah proyek selesai dan kontraktor pulang?\n"
    "Hadi: Kas kelompok, yang dicatat di papan pengumuman dan boleh dibaca siapa saja.\n", "" },
  { "label-alone", WATER "Satu hal yang pasti: " PUMP, "" },
  { "key-words", "Air dan Kepercayaan\n\nAbstrak\n\n" WATER "\nKata kunci: air, pompa, iuran\n\nPendahuluan\n\n" PUMP,
    "H1 Air dan Kepercayaan\nH2 Abstrak\nH2 Pendahuluan\n" },
  { "words-of-pages-as-headings",
    "Media Sosial dan Warga\n\n" WATER "\nFacebook\n\n" PUMP "\nKomentar\n\n" WATER "\nShare\n\n" WALL,
    "H1 Media Sosial dan Warga\nH2 Facebook\nH2 Komentar\nH2 Share\n" },

  { "news",
    "Home\nNews\nWarga Pesisir Menanti Pompa Baru\nKoran.com - 14/03/2022, 09:12 WIB\nPenulis: Dewi "
    "Larasati\nLihat Foto\n"
    "Warga antre air (ANTARA FOTO/Aji)\n" WATER "Baca juga: Kemarau Meluas di Utara\n" PUMP "ADVERTISEMENT\n"
    WATER "(dwl/adi)\n"
    "Tag:\nair\nBerita Terkait\nKemarau Meluas\nCopyright 2022 Koran. All Rights Reserved.",
    "C menu Home~News\nH1 Warga Pesisir Menanti Pompa Baru\nC byline Koran.com - 14/03/2022, 09:12 WIB~Penulis: "
    "Dewi Larasati\n"
    "C caption Lihat Foto~Warga antre air (ANTARA FOTO/Aji)\nC related-link Baca juga: Kemarau Meluas di Utara\n"
    "C advertisement ADVERTISEMENT\nC byline (dwl/adi)\nC tags Tag:~air\nC related-link Berita Terkait~Kemarau "
    "Meluas\n"
    "C copyright Copyright 2022 Koran. All Rights Reserved.\n" },
  { "blog",
    "Lessons of an Old Well\nMay 3, 2021 by admin\n5 min read\n" WALL COUNCIL "Share this:\nFacebook\nTwitter\n"
    "2 thoughts on \u201cLessons of an Old Well\u201d\nAnn\nMay 4, 2021 at 8:10 am\nThank you for writing this "
    "down for us.\nReply\n"
    "Leave a Reply\nYour email address will not be published. Required fields are marked *\n",
    "H1 Lessons of an Old Well\nC byline May 3, 2021 by admin\nC reader-count 5 min read\nC share-link Share "
    "this:~Facebook~Twitter\n"
    "C comment 2 thoughts on \u201cLessons of an Old Well\u201d~Ann~May 4, 2021 at 8:10 am~Thank you for writing "
    "this down for us.~Reply\n"
    "C reply-form Leave a Reply~Your email address will not be published. Required fields are marked *\n" },
  { "platform",
    "Mohon tunggu...\nDewi\nTutup\n\nMengapa Saya Kembali ke Sumur\n\n14 Maret 2022   10:15 Diperbarui: 14 Maret "
    "2022   10:20 345\n"
    "Laporkan Konten\n" WATER "\nHALAMAN :\n  1. 1\n  2. 2\n  3. 3\nBelum ada komentar.\n",
    "C menu Mohon tunggu...~Dewi~Tutup\nH1 Mengapa Saya Kembali ke Sumur\n"
    "C byline 14 Maret 2022   10:15 Diperbarui: 14 Maret 2022   10:20 345\nC report-link Laporkan Konten\n"
    "C pagination HALAMAN :~  1. 1~  2. 2~  3. 3\nC comment Belum ada komentar.\n" },
  { "menu-without-blanks",
    "Tentang SitusPedoman MediaKetentuan LayananPanduan Warga\nHarga Sebuah Jeriken Air\n14 Maret 2022 10:15 "
    "WIB\n" WATER,
    "C menu Tentang SitusPedoman MediaKetentuan LayananPanduan Warga\nH1 Harga Sebuah Jeriken Air\nC byline 14 "
    "Maret 2022 10:15 WIB\n" },
  { "headers-of-pages",
    "people who had never been asked before the wall was built for the map, and\nnot for the town itself.\n11\n"
    "Journal of Harbours 12 (2021)\nthis suspicion has a long history in the region, as those who know the "
    "coast\nwill say.\n12\n"
    "Journal of Harbours 12 (2021)\nevery month of delay added to the cost of the wall, which the engineers "
    "had\nfeared and\nwritten.\n13\n",
    "C page-header 11~Journal of Harbours 12 (2021)\nC page-header 12~Journal of Harbours 12 (2021)\nC "
    "page-header 13\n" },
  { "contents",
    "Sea wall\n\nContents\n1 History\n2 Costs\n\n1 History\n\n" WALL "\n2 Costs\n\n" COUNCIL,
    "H1 Sea wall\nC contents Contents~1 History~2 Costs\nH2 1 History\nH2 2 Costs\n" },
  { "glued",
    "Kas itu terbuka.ADVERTISEMENTPompa itu tua. (Baca juga: Kemarau Meluas di Utara) " WATER,
    "C advertisement ADVERTISEMENT\nC related-link (Baca juga: Kemarau Meluas di Utara)\n" },
  { "wiki-link-below",
    "Sea wall\n" WALL "History\n[edit]\n" COUNCIL "See also\n[edit]\nHarbour\nDyke\n",
    "H1 Sea wall\nH2 History\nC menu [edit]\nH2 See also\nC menu [edit]\n" },
  { "title-broken-in-two",
    "Water and Trust: How Small Harbour Towns Pay for\n(and Argue about) Walls\n\nEllen Marsh\nUniversity of the "
    "Coast\nmarsh@coast.example\n\nAbstract\n" WALL,
    "H1 Water and Trust: How Small Harbour Towns Pay for~(and Argue about) Walls\nC byline Ellen Marsh~University "
    "of the Coast~marsh@coast.example\nH2 Abstract\n" },
  { "running-heads",
    "people who had never been asked before the wall was built for the map, and\nnot for the town itself.\n12"
    "                      Marsh\nJournal of Harbours 12 (2021)\nthis suspicion has a long history in the region, "
    "as those who know the coast\nwill say.\nWater and Trust                      13\nJournal of Harbours 12 "
    "(2021)\nevery month of delay added to the cost of the wall, which the engineers had\nfeared.\n",
    "C page-header 12                      Marsh~Journal of Harbours 12 (2021)\nC page-header Water and Trust"
    "                      13~Journal of Harbours 12 (2021)\n" },
  { "references-named-in-the-contents",
    "Sea wall\n\nContents\n1 History\n2 Costs\n3 References\n\n1 History\n\n" WALL "\n2 Costs\n\n" COUNCIL
    "\n3 References\n\nHollis, K. (2014). Who pays? Journal of Harbours, 3(1), 1-20.\n",
    "H1 Sea wall\nC contents Contents~1 History~2 Costs~3 References\nH2 1 History\nH2 2 Costs\nH2 3 References\n" },
  { "signs-as-bullets",
    "Air dan Kepercayaan\n" WATER "Tapi ingat:\n\u2705 Tutup keran\n\u2705 Simpan air hujan\nPenutup\n" PUMP,
    "H1 Air dan Kepercayaan\nH2 Penutup\n" },
  { "announced-list",
    "Air dan Kepercayaan\n\n" WATER "\nKebutuhan warga desa\n\nAda tiga yang mendesak, yaitu:\n\n1. Pompa baru.\n"
    "2. Sumur yang dalam.\n\nJalan keluar\n\n" PUMP,
    "H1 Air dan Kepercayaan\nH2 Kebutuhan warga desa\nH2 Jalan keluar\n" },
  { "standfirst",
    "News\nWorld\n\u2018Nobody asked us\u2019: the harbour town that built its own wall\nThis article is more than 2 "
    "years old\nResidents of a small town on the coast grew tired of waiting for help\nEllen Marsh in Quayside\nSat 7 "
    "Mar 2020 20.00 GMT\n" WALL COUNCIL,
    "C menu News~World\nH1 \u2018Nobody asked us\u2019: the harbour town that built its own wall\nC disclaimer This "
    "article is more than 2 years old\nC byline Ellen Marsh in Quayside~Sat 7 Mar 2020 20.00 GMT\n" },
  { "byline-with-degrees",
    "Air dan Iman: Pelajaran dari Sebuah Sumur\nOleh: K.H. Ahmad Sulaiman, Lc., M.A.\n" WATER PUMP "Ahmad Sulaiman\n",
    "H1 Air dan Iman: Pelajaran dari Sebuah Sumur\nC byline Oleh: K.H. Ahmad Sulaiman, Lc., M.A.\nC byline Ahmad "
    "Sulaiman\n" },
  { "writers-below-their-names",
    "Beranda\nNasional\nWarga Pesisir Menanti Pompa Baru\nReporter\nDewi Larasati\nEditor\nHadi\nSabtu, 12 Maret 2022 "
    "09:30 WIB\n" WATER "Iklan\n" PUMP "Iklan\n" WATER,
    "C menu Beranda~Nasional\nH1 Warga Pesisir Menanti Pompa Baru\nC byline Reporter~Dewi Larasati~Editor~Hadi~Sabtu, "
    "12 Maret 2022 09:30 WIB\nC advertisement Iklan\nC advertisement Iklan\n" },
  { "newsletter-inside",
    "Water and Trust\n" WALL "Sign up to Harbour News\nFree weekly newsletter\nGet another view of the coast with a "
    "roundup of our best stories\nEnter your email address\n" COUNCIL,
    "H1 Water and Trust\nC newsletter Sign up to Harbour News~Free weekly newsletter~Get another view of the coast with "
    "a roundup of our best stories~Enter your email address\n" },
  { "credit-behind-a-caption",
    "Warga Pesisir Menanti Pompa Baru\n14 Maret 2022\nWarga mengantre air di Demak. ANTARA FOTO/Aji/wsj.\nIlustrasi sumur "
    "(sumber: pixabay.com)\n" WATER PUMP "(Sumber: Humas Demak/ed. Adi)\n",
    "H1 Warga Pesisir Menanti Pompa Baru\nC byline 14 Maret 2022\nC caption Warga mengantre air di Demak. ANTARA "
    "FOTO/Aji/wsj.~Ilustrasi sumur (sumber: pixabay.com)\nC byline (Sumber: Humas Demak/ed. Adi)\n" },
  { "related-below",
    "Warga Pesisir Menanti Pompa Baru\n" WATER PUMP "Terkait\nKemarau Meluas di Utara\nSumur Baru di Timur\n",
    "H1 Warga Pesisir Menanti Pompa Baru\nC related-link Terkait~Kemarau Meluas di Utara~Sumur Baru di Timur\n" },
  { "numbered-headings-are-no-names",
    "Makalah Air dan Kepercayaan\nDiposting oleh Dewi Larasati\n\nBAB I\nPENDAHULUAN\n\n1.1 Latar Belakang\n" WATER
    "\n1.2 Tujuan\n" PUMP,
    "H1 Makalah Air dan Kepercayaan\nC byline Diposting oleh Dewi Larasati\nH2 BAB I~PENDAHULUAN\nH3 1.1 Latar "
    "Belakang\nH3 1.2 Tujuan\n" },
  { "heading-above-a-colon",
    "The Quiet Cable of the Harbour\n\n" WALL "\nThe clerk\n\n" COUNCIL "\nThe cable\n\nIt said: do not sign. " WALL,
    "H1 The Quiet Cable of the Harbour\nH2 The clerk\nH2 The cable\n" },
  { "title-like-a-name",
    "Home\nAbout\nContact\nThe Quiet Cable\nEllen Marsh\nOctober 9, 2019\nNo Comments\n" WALL COUNCIL,
    "C menu Home~About~Contact\nH1 The Quiet Cable\nC byline Ellen Marsh~October 9, 2019\nC comment No Comments\n" },
  { "byline-below-the-standfirst",
    "News\nSport\nTown leaders push for a wall of their own at the summit\nLeaders of five towns call for joint control of "
    "the sea wall, citing security.\nBy Ellen Marsh\nPublished On 14 Jul 2022\nShare\nSave\n" WALL COUNCIL,
    "C menu News~Sport\nH1 Town leaders push for a wall of their own at the summit\nC byline By Ellen Marsh~Published On "
    "14 Jul 2022\nC share-link Share~Save\n" },
  { "markdown-is-not-guessed-at",
    "Share this:\n# Catatan Air\nWarga yang Menanti Pompa\n14 Maret 2022\n\n" WATER,
    "C share-link Share this:\nH1 Catatan Air\nC byline 14 Maret 2022\n" },
  { "astral", "\U0001f30a Laut dan \U0001f30a\n\n" WATER "\nShare this:\n\U0001f30a\n",
    "H1 \U0001f30a Laut dan \U0001f30a\nC share-link Share this:\nC menu \U0001f30a\n" },
};

static void
test_article (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autofree char *marks = print_marks (articles[row].body);

  g_assert_cmpstr (marks, ==, articles[row].marks);
}

/* Running text that uses the words that pages use. */
static const char *const sentences[] = {
  "Advertisement revenue fell that spring, and no newspaper on the coast recovered from it.",
  "Advertisements were painted on the wall.",
  "Share of the harbour in exports rose to nine percent.",
  "Share the bread with those who wait, she told them.",
  "Report to the harbour office by noon, the letter said, or lose the claim.",
  "Reply forms were printed and sent by post to every household.",
  "Leave a reply within thirty days, the letter said.",
  "Follow the money, said the auditor, and follow us to the cellar.",
  "Comments of experts were divided on the matter.",
  "Next, the council voted; previous votes had failed.",
  "Home was where the boats were, and the menu was fish.",
  "Copyright law in the colony was copied from the Dutch.",
  "Tags were sewn into the nets of every fisherman.",
  "By 1842 the harbour had silted up.",
  "Read more books about the sea, the teacher told the children.",
  "Related questions were asked by Ellen Marsh in her earlier book.",
  "Subscribe to no theory before you have read the numbers.",
  "Baca juga menjadi kebiasaan di desa itu sejak perpustakaan dibuka.",
  "Penulis mendatangi rumah mereka satu per satu.",
  "Penulis buku itu, Dewi Larasati, tinggal di Demak.",
  "Editor koran itu menolak memuatnya.",
  "Halaman rumah itu penuh dengan anak-anak yang berlarian.",
  "Laporkan kepada kami jika ada yang hilang, kata pak lurah.",
  "Komentar para ahli terbelah mengenai hal itu.",
  "Ikuti kami ke sawah, ajak mereka pada suatu pagi.",
  "Selanjutnya, panitia membagikan beras kepada warga.",
  "Bagikan ke tetangga, pesan mereka.",
  "Foto tua itu tergantung di dinding balai desa.",
  "Iklan di papan itu sudah pudar.",
  "Oleh karena itu, iuran ditetapkan bersama dalam musyawarah.",
  "Tulisan itu tidak mewakili pandangan warga desa.",
  "Menu makan siang di balai desa hari itu adalah ikan asin.",
  "Pada 14 Maret 2022 pukul 10.15 WIB, pompa itu berhenti.",
  "Dibaca dengan teliti, laporan itu menyimpan banyak pertanyaan.",
  "Foto itu milik ANTARA/Reuters dan dipakai tanpa izin oleh panitia.",
  "Republish our letters, he said, and the town will read them at last.",
  "Writers for the harbour paper were paid by the line in those days.",
  "Reporter koran itu datang lagi keesokan harinya dengan kamera.",
  "Unsubscribe, the old fishermen say of the new harbour master's letters.",
  "Partners in the wall were the council, the bank and the church.",
  "This work was licensed under the old harbour laws, which nobody read.",
  "Published in haste, the report was withdrawn within a week of its printing.",
};

static void
test_sentence (gconstpointer data)
{
  static const char *const pages[] = {
    "%s", "%s\n", WATER "%s\n" PUMP, WATER "\n%s\n\n" PUMP, "Air dan Kepercayaan\n\n" WATER "\n%s\n\n" PUMP,
    WATER "%s " PUMP,
    PUMP WATER "\n%s", "Air dan Kepercayaan\n14 Maret 2022\n" WATER "ADVERTISEMENT\n%s\nADVERTISEMENT\n" PUMP,
  };
  const char *sentence = sentences[GPOINTER_TO_UINT (data)];

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      const char *place = strstr (pages[i], "%s");
      g_autoptr(GString) body = g_string_new_len (pages[i], place - pages[i]);
      g_autofree char *marks = NULL;

      g_string_append_printf (body, "%s%s", sentence, place + 2);
      marks = print_marks (body->str);
      g_assert_null (strstr (marks, sentence));
    }
}

static void
assert_sound (const char *body)
{
  g_autoptr(TelaahText) text = telaah_text_new (g_strdup (body));
  g_autoptr(GArray) marks = telaah_text_propose_marks (text, "id");
  guint end = 0;

  for (guint i = 0; i < marks->len; i++)
    {
      const TelaahProposal *mark = &g_array_index (marks, TelaahProposal, i);
      g_autofree char *words = telaah_text_dup_slice (text, mark->span);

      g_assert_cmpuint (mark->span.start, >=, end);
      g_assert_cmpuint (mark->span.end, >, mark->span.start);
      g_assert_cmpuint (mark->span.end, <=, telaah_text_get_characters (text));
      g_assert_true ((mark->kind == TELAAH_MARK_HEADING) == (mark->level > 0));
      g_assert_cmpstr (telaah_mark_reason_get_label (mark->reason), !=, mark->reason);
      g_assert_false (g_unichar_isspace (g_utf8_get_char (words)));
      g_assert_false (g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (words + strlen (words)))));
      end = mark->span.end;
    }
}

/* Lines of all articles and what upsets parsers, in any order. */
static void
test_random (void)
{
  static const char *const pieces[] = {
    "\n", "\n\n", " ", "\t", "\u00a0", "\u200b", "\ufeff", "\u2028", "[edit]", "]", "**", "# ", "---", "===",
    "```", "ADVERTISEMENT",
    ".", "? ", ": ", "1. ", "a) ", "IV. ", "BAB I", "(", ")", "\U0001f30a", "\u0301", "\u6f22", "\u3002",
    "\001", "\xc2\x85", "\u00a9", "#",
    "|", "\u2192", "Reply\n", "2 comments\n", "12\n", "Pasal 5", "(Baca juga: x", "adsbygoogle",
  };

  for (guint round = 0; round < 600; round++)
    {
      g_autoptr(GString) body = g_string_new (NULL);

      for (int n = g_test_rand_int_range (0, 30); n > 0; n--)
        {
          const char *article = articles[g_test_rand_int_range (0, G_N_ELEMENTS (articles))].body;
          g_auto(GStrv) lines = g_strsplit (article, "\n", -1);

          if (g_test_rand_bit () && lines[0] != NULL)
            g_string_append (body, lines[g_test_rand_int_range (0, g_strv_length (lines))]);
          else
            g_string_append (body, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
          if (g_test_rand_bit ())
            g_string_append_c (body, '\n');
        }

      assert_sound (body->str);
    }
}

/* A line of a megabyte, and a megabyte of short lines. */
static void
test_large (void)
{
  static const char *const units[] = { "kata ", "A", "[", "(Baca juga: ", "\u6f22", "Judul Pendek\n", "1. "
    "Satu\n", "Reply\n", "\n" };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      g_autoptr(GString) body = g_string_new ("Air dan Kepercayaan\n\n");

      while (body->len < (i < 5 ? 1 << 20 : 1 << 18))
        g_string_append (body, units[i]);
      assert_sound (body->str);
    }
}

static void
test_labels (void)
{
  g_assert_cmpstr (telaah_mark_reason_get_label ("reply-form"), ==, "Reply form");
  g_assert_cmpstr (telaah_mark_reason_get_label ("of-another-program"), ==, "of-another-program");
  g_assert_null (telaah_mark_reason_get_label (NULL));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (articles); i++)
    {
      g_autofree char *path = g_strdup_printf ("/text/structure/article/%s", articles[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_article);
    }
  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    {
      g_autofree char *path = g_strdup_printf ("/text/structure/body-is-no-clutter/%u", i);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_sentence);
    }
  g_test_add_func ("/text/structure/random-text-is-sound", test_random);
  g_test_add_func ("/text/structure/large", test_large);
  g_test_add_func ("/text/structure/labels", test_labels);

  return g_test_run ();
}
