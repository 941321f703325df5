/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "text/telaah-sentences.h"

#include <string.h>
#include <unicode/ubrk.h>

/* The sentences of each text stand between bars; the bars are not of the text. */
typedef struct
{
  const char *name;
  const char *marked;
} Case;

static const Case cases[] = {
  { "empty",              "" },
  { "blank",              " \n\u00a0\n\u200b" },
  { "one",                "Satu kalimat." },
  { "two",                "Hujan turun.| Kami pulang." },
  { "no-stop",            "Tanpa titik" },
  { "marks",              "Sungguh?!| Tidak mungkin!...| Ya." },

  { "titles",             "Menurut Prof. Dr. Ir. H. Budi Karya, hal itu wajar.| Ia setuju." },
  { "titles-small",       "Pasien dirawat dr. Tirta.| dr. Tirta pulang." },
  { "titles-clerics",     "Acara dibuka KH. Hasyim dan Pdt. Yosua.| Lalu K.H. Ahmad berdoa." },
  { "titles-ranks",       "Mayjen. Sutopo dan Letkol. Inf. Rahmat hadir.| Mereka pulang." },
  { "titles-initial",     "Hadir Drs. H. Lalu M. Iqbal, M.Si. dan stafnya.| Mereka pulang." },
  { "titles-english",     "Mr. and Mrs. Smith met Sen. Jones.| They talked." },
  { "degrees",            "Budi, S.H., M.H. hadir.| Ani, S.Sos., M.Si. juga." },
  { "degree-ends",        "Acara dipimpin Budi, S.Pd.| Kegiatan itu berlangsung lama." },
  { "degree-goes-on",     "Hadir Budi, S.H. M.H. Ketua Umum Perhimpunan." },
  { "doctor",             "He has a Ph.D. in law.| She has a Ph.D.| Her brother does not." },
  { "addresses",          "Kantor di Jl. Mawar No. 5, Kec. Menteng, Kab. Bogor.| Ia pindah." },
  { "letters",            "Surat a.n. Budi, u.p. Ani, d.a. Kantor, s.d. Senin.| Selesai." },
  { "pages",              "Lihat hlm. 15, hal. 20, vol. 3, pp. 2.| Begitu." },
  { "hal-is-a-word",      "Ini berlaku dalam banyak hal.| Selanjutnya lihat tabel." },
  { "no-is-a-word",       "I said no.| No.| I won't." },
  { "no-is-a-number",     "See No. 5 and Vol. II of it.| Good." },
  { "months",             "Born on 5 Jan. 2004.| It was Des. 2003." },
  { "months-joined",      "Survei itu Nov.\u2013Des. 2020, lalu Jan/Feb. 2021.| Selesai." },
  { "paragraphs-counted", "See Art. 12 para. 3 and Sched. 2.| Target maks. 24 jam.| Para warga setuju." },
  { "blessings",          "Rasulullah saw. berangkat dari Madinah.| Allah Swt. berfirman." },
  { "dll-ends",           "Ada beras, gula, dll.| Selain itu ada kopi." },
  { "dll-goes-on",        "Ada beras, gula, dll. dan kopi, dsb., dst." },
  { "dkk",                "Nye dkk. (2004) menulis.| Karya Nye dkk.| Buku itu tebal." },
  { "et-al",              "Smith et al. (2004) agree.| So say Smith et al.| Results vary." },
  { "latin",              "Some, e.g. this, i.e. that, cf. Nye, vs. others, etc.| And so on." },
  { "meridiem",           "He came at 9 a.m.| Police left at 5 p.m. Eastern time." },
  { "states",             "The U.S. Congress met in the U.S.| The vote failed." },
  { "states-hyphen",      "The U.S.-led group won.| Good." },
  { "companies",          "Apple Inc. Chief Executive Cook sold Apple Inc.| Others then bought." },
  { "tbk",                "PT Bank Tbk. (BBKA) naik.| "
                         "Ia membeli PT Bank Tbk.| Perusahaan itu untung." },
  { "junior",             "I met John Smith Jr.| He was nice." },
  { "initials",           "B. J. Habibie, J.K. Rowling, dan Susilo B. Yudhoyono.| "
                         "Lalu John F. Kelly." },
  { "initials-end",       "Rapat digelar di Washington, D.C.| Namun ia absen." },
  { "letters-as-names",   "Ia kurang vitamin B.| "
                         "Pasien itu sembuh.| Lihat huruf a.| Setiap orang tahu." },
  { "era",                "Pada 1445 H.| Pemerintah menetapkan itu." },
  { "no-vowel",           "Hal yg. penting, sdh. dibahas tgl. 5.| Ia di Jkt.| Buku itu laris." },
  { "in-brackets",        "Teknologi (internet, dll.) penting.| Namun tidak selalu." },
  { "units",              "Beratnya 5 kg.| Harga 1.2bn. in sales." },
  { "juncto",             "Pasal 27 jo. Pasal 45 UU No. 11 Th. 2008.| Hal ini berlaku." },
  { "slashes",            "Senin s/d. Rabu ada R&D.| Lalu libur." },

  { "numbers",            "Totalnya 1.000.000, atau 3.14, atau Rp. 5.000.| Itu banyak." },
  { "number-ends",        "Pada tahun 2019.| Indonesia menang.| Versi 2.0.| Selesai." },
  { "times",              "Pukul 17.30 WIB ia tiba.| Pukul 10. 30 WIB ia pergi." },
  { "parted-number",      "Nilainya 5. 000 rupiah." },
  { "digits-after",       "Itu tahun lalu.| 15 negara hadir." },
  { "inline-items",       "Ada tiga: 1. Murah; 2. Cepat; dan 3. Aman.| Selesai." },
  { "items-unmarked",    "1. Murah |2. Cepat |3. Aman sekali.| Lalu tidur." },
  { "items-bracketed",   "1) Murah |2) Cepat, 3) aman" },
  { "items-lettered",    "a. Murah |b. Cepat, lihat huruf c.| Selesai." },
  { "items-bulleted",    "\u2022 Murah |\u2022 Cepat" },
  { "items-inline",      "Ada tiga: 1. Murah 2. Cepat 3. Aman.| Selesai." },
  { "items-no-order",    "1. Ia juara 3.| Adiknya tidak." },
  { "initial-pronoun",   "A team, you and I.| Did you see Albert I. Jones?" },
  { "caption",            "Gambar 1. Peta kota.| Sumber: penulis." },
  { "steps",              "Langkah 1. Buka peta.| Langkah terakhir.| Tutup." },
  { "percent",            "Hanya 20%.| Suhu 30 \u00b0C.| Panas." },
  { "domains",            "Kompas.com menulis.| Lihat detik.com.| Node.js dan file.Txt." },
  { "urls",               "Buka https://a.example.org/b.C?d=E dan www.Contoh.Id sekarang.| Ya." },
  { "mail-name",         "Write to Jane.Doe@example.org.| Thanks." },
  { "mail",               "Tulis ke a.b@c.Example.| Terima kasih." },
  { "doi",                "Lihat doi:10.1000/xyz.Abc di sana." },

  { "ellipsis-inside",    "Entahlah ... mungkin nanti.| Entahlah\u2026 begitu." },
  { "ellipsis-ends",      "Entahlah...| Mungkin nanti.| Ya\u2026| Tidak." },
  { "ellipsis-spaced",    "Entahlah . . .| Mungkin." },
  { "omission",           "Ia berkata [...] Selanjutnya diam." },
  { "ellipsis-opens",     "... Dan kemudian sepi." },

  { "quote-lower",        "\"Kita harus siap.\" kata Retno.| Ia pergi." },
  { "quote-question",     "\"Apa?\" tanya dia.| \"Tidak.\"| Semua diam." },
  { "quote-curly",        "\u201cSiap.\u201d kata Retno.| \u201cTidak.\u201d| Diam." },
  { "quote-single",       "'Apa?' tanyanya.| 'Baik.'| Ia tertawa." },
  { "quote-guillemets",   "\u00abSiap.\u00bb kata dia.| \u00abYa.\u00bb| Diam." },
  { "quote-many",         "\"Kita siap.| Kita bisa,\" kata Retno." },
  { "quote-opens",        "Ia pergi.| \"Kita siap,\" katanya." },
  { "quote-stop-after",   "\"Kita siap\". kata Retno.| Ya." },
  { "quote-tag",          "\"Kenapa?\" Budi bertanya.| \"Go!\" John said.| Ya." },
  { "quote-spaced",       "Katanya , \" Siap . \"| Lalu pergi ." },
  { "quote-title",        "Film \"Ada Apa? Kisah Kita\" karya Rudi tayang.| Bagus." },
  { "brackets-inside",    "Acara itu (Baca: Peta. Apa itu?) dimulai.| Ya." },
  { "brackets-own",       "(Ini lengkap.| Ini juga.)| Lalu ini." },
  { "brackets-question",  "Ia datang (siapa sangka?).| Kami kaget." },
  { "citation",           "Begitu (Nye, 2004).| Namun tidak." },
  { "citation-after",     "Begitu katanya. (Nye, 2004)| Namun tidak." },
  { "footnote",           "Itu kebijakan.[1][2]| Selanjutnya begitu." },
  { "footnote-spaced",    "Itu kebijakan. [1]| Selanjutnya begitu." },
  { "footnote-raised",    "Itu kebijakan.\u00b9\u00b2| Selanjutnya begitu." },
  { "footnote-plain",     "Itu kebijakan.12| Selanjutnya begitu." },
  { "signature",          "Ia menutup acara. (Z-1)" },

  { "glued",              "Itu diplomasi digital.|Selain itu ada lagi." },
  { "glued-capitals",     "Itu ASEAN.|Namun tidak.|Apa?|Tentu!|Ya." },
  { "glued-number",       "Itu tahun 2019.|Selain itu tidak." },
  { "glued-quote",        "Harga naik.|\"Kami lapar,\" kata warga." },
  { "not-glued",          "PT.Maju, dr.Budi, H.Ahmad, S.Sos, No.Urut, Asp.Net." },
  { "sloppy-capitals",    "Ia memakai video.| maka jadilah.| versi 5.0.| lalu habis." },
  { "sloppy-unknown",     "Ada di bd. dan kk. saja." },
  { "exclaimed-name",     "Kata Yahoo! mengumumkan itu.| Yahoo! Inc. rugi." },
  { "questions",          "Siapa? dan mengapa?| kapan itu?" },
  { "question-in-dashes", "Surat itu \u2014 ingatkah Anda? \u2014 tidak pernah dibalas.| Ya." },

  { "colon",              "Ada dua: satu; dua.| Selesai." },
  { "no-break",           "Satu.\u00a0| \u00a0Dua.\u00a0 |Tiga" },
  { "tabs",               "Satu.\t\t| Dua.  | Tiga." },
  { "emoji",              "Terima kasih! \U0001f64f| "
                         "Sampai jumpa.\U0001f600| Ya \U0001f600 tidak." },
  { "chinese",            "\u8fd9\u662f\u4e00\u3002|\u8fd9\u662f\u4e8c\uff01|\u4e09\uff1f" },
  { "japanese-quote",     "\u300c\u884c\u304f\u3002\u300d\u3068\u8a00\u3063\u305f\u3002|"
                         "\u306f\u3044\u3002" },
  { "hindi",              "\u092f\u0939 \u090f\u0915\u0964| \u092f\u0939 \u0926\u094b\u0964" },
  { "arabic",             "\u0647\u0630\u0627 \u0623\u0648\u0644.| "
                         "\u0647\u0644 \u0647\u0630\u0627\u061f| \u0646\u0639\u0645." },
  { "thai",               "\u0e1e.\u0e28. 2562 \u0e14\u0e23. \u0e2a\u0e21\u0e0a\u0e32\u0e22" },
  { "combining",          "Cafe\u0301.| E\u0301tude." },
  { "keycap",             "Pilih!\ufe0f| Sekarang." },

  { "paragraphs",         "Satu.\n|\nDua.\n|Tiga" },
  { "headings",           "Pendahuluan\n|\nHujan turun.\n|Penutup\n|Kami pulang." },
  { "wrapped",           "Diplomasi digital adalah proses komunikasi dan negosiasi antara\n"
                         "negara-negara.| Dalam hal ini, seperti yang telah dikatakan, Prof.\n"
                         "Budi mengatakan bahwa pertemuan antara Amerika Serikat dan\n"
                         "Indonesia akan digelar." },
  { "wrapped-heading",   "Latar Belakang\n|Diplomasi digital adalah proses komunikasi dan\n"
                         "negosiasi yang panjang." },
  { "hyphen",             "Hal itu menimbulkan kebi-\njakan baru.| Lalu selesai." },
  { "broken-by-blank",   "Ancaman itu nyata.| Salah satunya adalah kampanye des\n\u00a0\n"
                         "informasi yang merusak.| Lalu selesai." },
  { "broken-open",        "Hal itu disampaikan dalam pertemuan yang digelar di\n\nJakarta." },
  { "not-broken",         "Pendahuluan\n|\ndiplomasi adalah seni." },
  { "list",               "Manfaatnya:\n|- murah;\n|- cepat; dan\n|\u2022 aman.\n|Selesai." },
  { "list-lettered",      "Haknya:\n|a. belajar;\n|b. bekerja.\n|(2) Hak itu dijamin.| Ya." },
  { "list-numbered",      "1. Pertama ini.| Lalu itu.\n|2) Kedua.\n|II. Ketiga." },
  { "list-plain",         "Manfaatnya:\n|hemat biaya;\n|mudah; dan\n|aman." },
  { "list-bare",          "apel\n|jeruk\n|pisang" },
  { "lines-short",       "It was a cold\nnight in the city.\n|features\n|events, activities" },
  { "list-wrapped",       "- butir yang panjang dan berlanjut\n  di baris berikut\n|- butir dua" },
  { "dialogue",           "Tanya: Apa kabar?\n|Jawab: Baik.| Sangat baik." },
  { "speech-wrapped",     "\"Kami siap menghadapi semua tantangan di depan mata,\"\nujar Budi.| "
                         "Ya." },
  { "salutation",         "Dengan hormat,\n|Bersama ini kami sampaikan hal berikut." },
  { "markdown",           "# Judul\n|\nIsi **tebal.**| Lalu _miring._| Selesai." },
  { "references",        "Daftar Pustaka\n|Nye, J. S. (2004). Soft Power. New York: Maju.\n"
                         "|Tanpa tahun.| Dua kalimat." },
  { "references-wrapped", "The wall was built before anybody had asked who would pay for\n"
                         "it, and the harbour town has argued since about the price and\n"
                         "the steel.\n|References\n"
                         "|Marsh, E. (2014). Who Pays for the Wall? A Harbour and Its Town.\n"
                         "London: Quay Press.\n"
                         "|Hollis, K. (2016). The Price of Steel. Journal of Harbours,\n"
                         "Ports and Walls 3(1): 1-20." },
  { "return",             "Satu\r\n|Dua\r\n|\r\nTiga\u2028|Empat\f|Lima" },
};

static TelaahText *
unmark (const char *marked)
{
  g_auto(GStrv) parts = g_strsplit (marked, "|", -1);

  return telaah_text_new (g_strjoinv ("", parts));
}

static char *
describe (const TelaahText *text,
          const GArray     *sentences)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < sentences->len; i++)
    {
      TelaahSpan span = g_array_index (sentences, TelaahSpan, i);
      g_autofree char *slice = telaah_text_dup_slice (text, span);

      g_string_append_printf (all, "[%s]\n", slice);
    }

  return g_string_free (all, FALSE);
}

static gboolean
is_blank (gunichar c)
{
  return g_unichar_isspace (c) || c == 0x200b || c == 0x200d || c == 0xfeff || c == 0xa0 ||
         c == 0x85 || c == '\v';
}

/* What stands between the bars, without its blanks. */
static char *
describe_marked (const char *marked)
{
  g_auto(GStrv) parts = g_strsplit (marked, "|", -1);
  GString *all = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *start = parts[i];
      const char *end = start + strlen (start);

      while (*start != '\0' && is_blank (g_utf8_get_char (start)))
        start = g_utf8_next_char (start);
      while (end > start && is_blank (g_utf8_get_char (g_utf8_prev_char (end))))
        end = g_utf8_prev_char (end);

      if (start < end)
        g_string_append_printf (all, "[%.*s]\n", (int) (end - start), start);
    }

  return g_string_free (all, FALSE);
}

static void
test_case (gconstpointer data)
{
  const Case *row = data;
  g_autoptr(TelaahText) text = unmark (row->marked);
  g_autofree char *expected = describe_marked (row->marked);
  static const char * const languages[] = { NULL, "id", "en-GB" };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr(GArray) sentences = telaah_text_find_sentences (text, languages[i], NULL);
      g_autofree char *found = describe (text, sentences);

      g_assert_cmpstr (found, ==, expected);
    }
}

/* Sat is a day in English; in Indonesian nothing is shortened so. */
static void
test_language (void)
{
  g_autoptr(TelaahText) text = telaah_text_new (g_strdup ("Itu kata Sat. 5 orang lain pergi."));
  g_autoptr(GArray) english = telaah_text_find_sentences (text, "en", NULL);
  g_autoptr(GArray) indonesian = telaah_text_find_sentences (text, "id", NULL);

  g_assert_cmpuint (english->len, ==, 1);
  g_assert_cmpuint (indonesian->len, ==, 2);
}

/* A heading that runs into its paragraph, and clutter in the middle of a sentence. */
static void
test_apart (void)
{
  static const TelaahSpan spans[] = { { 0, 10 }, { 12, 12 }, { 29, 34 }, { 90, 95 } };
  const char *words = "Tantangan: kampanye yang des\nIKLAN\ninformasi. Lalu selesai.";
  g_autoptr(TelaahText) text = telaah_text_new (g_strdup (words));
  g_autoptr(GArray) apart = g_array_new (FALSE, FALSE, sizeof (TelaahSpan));
  g_autoptr(GArray) sentences = NULL;
  g_autofree char *found = NULL;

  g_array_append_vals (apart, spans, G_N_ELEMENTS (spans));
  sentences = telaah_text_find_sentences (text, "id", apart);
  found = describe (text, sentences);
  g_assert_cmpstr (found, ==, "[kampanye yang des]\n[informasi.]\n[Lalu selesai.]\n");
}

/* ---- Paragraphs ---- */

static const Case paragraphs[] = {
  { "none",      " \n\n" },
  { "lines",     "Satu kalimat. Dua kalimat.\n|Tiga kalimat.\n|\nEmpat." },
  { "wrapped",   "Diplomasi digital membuka ruang baru bagi negara\nyang kecil, dan yang besar pun belajar\n"
                 "mendengar. Itu baik.\n\n|Tetapi tidak semua." },
  { "list",      "Ada tiga hal:\n|1. Murah\n|2. Cepat\n|\u2022 Aman" },
  { "page",      "Setiap saluran baru adalah pintu baru bagi\n\npenyusup. Itu masalahnya.\n\n|Lalu apa?" },
};

static void
test_paragraphs (gconstpointer data)
{
  const Case *row = data;
  g_autoptr(TelaahText) text = unmark (row->marked);
  g_autoptr(GArray) spans = telaah_text_find_paragraphs (text, NULL);
  g_autofree char *expected = describe_marked (row->marked), *found = describe (text, spans);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_paragraphs_apart (void)
{
  const char *words = "Tantangan: kampanye yang panjang. Ya.\nIKLAN\ninformasi. Lalu selesai.";
  static const TelaahSpan spans[] = { { 0, 10 }, { 38, 43 } };
  g_autoptr(TelaahText) text = telaah_text_new (g_strdup (words));
  g_autoptr(GArray) apart = g_array_new (FALSE, FALSE, sizeof (TelaahSpan));
  g_autoptr(GArray) found = NULL;
  g_autofree char *all = NULL;

  g_array_append_vals (apart, spans, G_N_ELEMENTS (spans));
  found = telaah_text_find_paragraphs (text, apart);
  all = describe (text, found);
  g_assert_cmpstr (all, ==, "[kampanye yang panjang. Ya.]\n[informasi. Lalu selesai.]\n");
}

/* The entries of a list whose heading is apart are known by it. */
static void
test_references_apart (void)
{
  const char *words = "Referensi\nNye, J. (2004). Soft Power. Boston: Maju.";
  TelaahSpan heading = { 0, 9 };
  g_autoptr(TelaahText) text = telaah_text_new (g_strdup (words));
  g_autoptr(GArray) apart = g_array_new (FALSE, FALSE, sizeof (TelaahSpan));
  g_autoptr(GArray) sentences = NULL;

  g_array_append_val (apart, heading);
  sentences = telaah_text_find_sentences (text, NULL, apart);
  g_assert_cmpuint (sentences->len, ==, 1);
}

/* Whatever makes borders, and whatever makes them hard. */
static const char * const pieces[] = {
  "kata", "Kata", "A", "b", "dll", "Prof", "hlm", "12", "2019", "\u4e2d", "\u0e01", "e\u0301",
  "\u0939\u093f", "\U0001f600", "\U0001f1ee\U0001f1e9", ".", ".", ".", "!", "?", "\u2026", "...",
  "\u3002", "\u061f", ",", ":", ";", "-", "(", ")", "[", "]", "[1]", "(Nye, 2004)", "\"", "'",
  "\u201c", "\u201d", "*", "\u2022", " ", " ", " ", " ", "\u00a0", "\u200b", "\t", "\n", "\n",
  "\n\n", "\n- ", "\n1. ", "\u00b9", "www.a.id",
};

static char *
make_text (GRand *random)
{
  GString *text = g_string_new (NULL);
  guint n = g_rand_int_range (random, 0, 60);

  for (guint i = 0; i < n; i++)
    g_string_append (text, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);

  return g_string_free (text, FALSE);
}

static GArray *
make_apart (GRand *random,
            guint  characters)
{
  GArray *apart = g_array_new (FALSE, FALSE, sizeof (TelaahSpan));
  TelaahSpan span = { 0, 0 };

  while (span.end < characters && g_rand_int_range (random, 0, 3) > 0)
    {
      span.start = g_rand_int_range (random, span.end, characters + 1);
      span.end = g_rand_int_range (random, span.start, characters + 1);
      g_array_append_val (apart, span);
    }

  return apart;
}

/* Every character that is neither blank nor apart is in exactly one sentence; no sentence goes
 * into what is apart, nor begins or ends with a blank. */
static void
assert_tiles (const TelaahText *text,
              const GArray     *sentences,
              const GArray     *apart)
{
  guint characters = telaah_text_get_characters (text);
  g_autofree guint8 *covered = g_new0 (guint8, characters + 1);
  g_autofree gunichar *body = g_utf8_to_ucs4_fast (telaah_text_get_body (text), -1, NULL);
  guint end = 0;

  for (guint i = 0; i < apart->len; i++)
    {
      TelaahSpan span = g_array_index (apart, TelaahSpan, i);

      memset (covered + span.start, 2, span.end - span.start);
    }

  for (guint i = 0; i < sentences->len; i++)
    {
      TelaahSpan span = g_array_index (sentences, TelaahSpan, i);

      g_assert_cmpuint (span.start, >=, end);
      g_assert_cmpuint (span.start, <, span.end);
      g_assert_cmpuint (span.end, <=, characters);
      g_assert_false (is_blank (body[span.start]));
      g_assert_false (is_blank (body[span.end - 1]));

      for (guint j = span.start; j < span.end; j++)
        g_assert_cmpuint (covered[j]++, ==, 0);
      end = span.end;
    }

  for (guint i = 0; i < characters; i++)
    g_assert_true (covered[i] > 0 || is_blank (body[i]));
}

/* No border that was not given lies within what a reader takes for one character. */
static void
assert_graphemes (const TelaahText *text,
                  const GArray     *sentences)
{
  UErrorCode status = U_ZERO_ERROR;
  UText utext = UTEXT_INITIALIZER;
  UBreakIterator *clusters = ubrk_open (UBRK_CHARACTER, "", NULL, 0, &status);

  utext_openUTF8 (&utext, telaah_text_get_body (text), -1, &status);
  ubrk_setUText (clusters, &utext, &status);
  g_assert_true (U_SUCCESS (status));

  for (guint i = 0; i < sentences->len; i++)
    {
      TelaahSpan span = g_array_index (sentences, TelaahSpan, i);

      g_assert_true (ubrk_isBoundary (clusters, telaah_text_get_byte (text, span.start)));
      g_assert_true (ubrk_isBoundary (clusters, telaah_text_get_byte (text, span.end)));
    }

  ubrk_close (clusters);
  utext_close (&utext);
}

static void
test_random (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (11);
  g_autoptr(GArray) nothing = g_array_new (FALSE, FALSE, sizeof (TelaahSpan));

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr(TelaahText) text = telaah_text_new (make_text (random));
      g_autoptr(GArray) apart = make_apart (random, telaah_text_get_characters (text));
      g_autoptr(GArray) all = telaah_text_find_sentences (text, NULL, NULL);
      g_autoptr(GArray) some = telaah_text_find_sentences (text, "id", apart);
      g_autoptr(GArray) lines = telaah_text_find_paragraphs (text, apart);

      assert_tiles (text, all, nothing);
      assert_graphemes (text, all);
      assert_tiles (text, some, apart);
      assert_tiles (text, lines, apart);
    }
}

static char *
repeat (const char *unit,
        gsize       bytes)
{
  GString *text = g_string_sized_new (bytes + 64);

  while (text->len < bytes)
    g_string_append (text, unit);

  return g_string_free (text, FALSE);
}

/* Texts of 2 MB in one line, and such as look back or ahead at every stop: if one takes more than
 * its share of time, the test does not end. */
static void
test_long (void)
{
  static const struct
  {
    const char *unit;
    guint       every;   /* bytes of a sentence; 0: one in all */
  } texts[] = {
    { "Hujan turun. ",  13 },
    { "kata ",          0 },
    { "(",              0 },
    { "\"",             0 },
    { "\u201ca ",       0 },
    { ". ",             0 },
    { "? - ",           0 },
    { "a.",             0 },
    { ".[1",            0 },
    { "Kata ? ",        7 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(TelaahText) text = telaah_text_new (repeat (texts[i].unit, 2 * 1000 * 1000));
      g_autoptr(GArray) sentences = telaah_text_find_sentences (text, NULL, NULL);
      guint n = texts[i].every > 0 ? telaah_text_get_n_bytes (text) / texts[i].every : 1;

      g_assert_cmpuint (sentences->len, ==, n);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/text/sentences/case/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }

  for (guint i = 0; i < G_N_ELEMENTS (paragraphs); i++)
    {
      g_autofree char *path = g_strdup_printf ("/text/paragraphs/case/%s", paragraphs[i].name);

      g_test_add_data_func (path, &paragraphs[i], test_paragraphs);
    }

  g_test_add_func ("/text/paragraphs/apart", test_paragraphs_apart);
  g_test_add_func ("/text/sentences/language", test_language);
  g_test_add_func ("/text/sentences/apart", test_apart);
  g_test_add_func ("/text/sentences/references-apart", test_references_apart);
  g_test_add_func ("/text/sentences/random", test_random);
  g_test_add_func ("/text/sentences/long", test_long);

  return g_test_run ();
}
