/* The words by which sentences are told apart: abbreviations, openings, words of speech.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "text/telaah-sentences-private.h"

#include <string.h>

/* Longer than any word below; what is longer is none of them. */
#define LONGEST 24

/* How an abbreviation is written, and where it is none. */
typedef enum
{
  ANY     = 0,
  CAPITAL = 1 << 0,   /* with a capital only: Sen. is a senator, sen. a coin */
  SMALL   = 1 << 1,   /* not in capitals only: Ny. is a lady, NY a state */
  NOT_ID  = 1 << 2,   /* an Indonesian word */
} Form;

typedef struct
{
  TelaahWordKind  kind;
  Form            form;
  const char     *list;
} Shorts;

static const Shorts shorts[] = {
  { TELAAH_WORD_TITLE, ANY,
    "prof dr drs dra drg drh ir hj kh k.h pdt ust rev mgr mr mrs messrs bpk sdr sdri yth alm "
    "almh letjen mayjen brigjen irjen komjen jend kapt capt sgt cmdr moh muh rp jl jln gg hlm "
    "hlmn lih bdk cf viz vs v letkol letda lettu kombes kompol ipda iptu aiptu aipda bripka "
    "briptu bripda serma serka serda sertu purn e.g i.e eg ie a.n u.p d.a s.d c.q cq a.l u.b d.h "
    "q.v n.b approx mis esp tel telp tlp faks op loc ditjen" },
  { TELAAH_WORD_TITLE, SMALL, "ny tn kab kec kel kep prov ds dsn" },
  { TELAAH_WORD_TITLE, CAPITAL, "pt cv ud ra krt kph" },
  { TELAAH_WORD_TITLE, CAPITAL | SMALL,
    "ms pol let gen lt col maj adm pres rep sen gov hon gub wagub rm abd apt ns ste mt ft kol "
    "tgk nn inf ing perum dit" },
  { TELAAH_WORD_COUNTED, ANY,
    "no nos nr hal pp vol jil fig figs ch chap sec eq eqs ref refs art arts tab gbr jan feb mar "
    "apr jun jul aug agt agu ags sep sept oct okt nov des dec tgl thn th pkl psl ay ps cet rt rw "
    "kav ext par fn ver ed eds pts max maks min est ket incl excl misc para paras sched saw swt" },
  { TELAAH_WORD_COUNTED, CAPITAL | SMALL | NOT_ID, "sun mon tue tues wed thu thur thurs fri sat" },
  { TELAAH_WORD_COUNTED, CAPITAL, "lamp gmb" },
  { TELAAH_WORD_INITIAL, ANY, "jo ave blvd rd bldg" },
  { TELAAH_WORD_INITIAL, CAPITAL | SMALL, "st" },
  { TELAAH_WORD_NAME, ANY,
    "inc ltd corp llc llp plc tbk bros jr esq phd ph.d m.d b.a b.sc m.a m.sc m.b.a ll.m ll.b s.h "
    "m.h s.e m.m s.t m.t m.si s.ip m.ip lc" },
  { TELAAH_WORD_NAME, CAPITAL, "co sr dept univ assn bhd sdn" },
  { TELAAH_WORD_LAST, ANY, "dll dsb dst dkk tsb sbb etc ibid cit" },
  { TELAAH_WORD_LAST, SMALL, "a.m p.m" },
};

static const struct
{
  TelaahWords  words;
  const char  *list;
} lists[] = {
  { TELAAH_WORDS_STARTERS,
    "ini itu hal namun selain dalam pada kemudian menurut ia dia mereka kita kami saya aku anda "
    "kamu akan untuk sementara sedangkan oleh karena sebab jika bila apabila kalau ketika saat "
    "setelah sebelum sejak sesudah selama seperti sebagai dengan dari di ke tidak bukan belum "
    "sudah telah ada adapun adalah bahkan bagi tetapi tapi meski meskipun walau walaupun maka "
    "lalu selanjutnya akhirnya begitu demikian dan atau serta para semua seluruh setiap banyak "
    "beberapa salah terlebih terhadap tanpa antara agar supaya sebelumnya sekarang kini nanti "
    "besok kemarin padahal apa apakah siapa mengapa bagaimana kapan berapa sebanyak sebuah "
    "seorang suatu tentu memang hanya juga misalnya contohnya sebaliknya sehingga melalui "
    "berdasarkan berikut lebih masih tak jadi yang acara pihak keduanya the this that these "
    "those it he she they we you in on at but and or however moreover furthermore therefore thus "
    "hence meanwhile although though while when where why how what who which if unless because "
    "since after before during until as for from with without by to of there here his her their "
    "our its my your some many most all both each every no not nor yet still also then now today "
    "yesterday another other such one several few nobody nothing everyone everything an so once "
    "did does is was were are has have had instead indeed according despite between among under "
    "over" },
  { TELAAH_WORDS_LETTERED,
    "vitamin hepatitis plan rencana kelas class tipe type golongan grup group blok block huruf "
    "lampiran appendix bagian part section seri series kategori category opsi option poin point "
    "butir skenario scenario tim team grade nilai tabel table gambar figure lantai gedung "
    "building sumbu axis titik varian variant jenis kelompok kolom column rute route zona zone "
    "jalur hadiah level influenza subtipe" },
  { TELAAH_WORDS_NUMBERED,
    "bab pasal gambar tabel figure fig table chapter section bagian lampiran grafik bagan box "
    "part step langkah tahap article appendix foto diagram peta map ayat butir poin kotak skema "
    "ilustrasi article contoh example rule aturan buku book no nomor soal pertanyaan question "
    "unit modul pelajaran lesson" },
  { TELAAH_WORDS_OPEN,
    "yang dan atau di ke dari untuk dengan pada oleh dalam serta bahwa tentang antara sebagai "
    "terhadap melalui karena agar supaya bagi para sang si hingga sampai menuju ialah adalah "
    "yaitu yakni seperti the a an of and or to for with by from at as that which than into "
    "between through whose their its is are was were our your" },
  { TELAAH_WORDS_SPEECH,
    "kata ujar tutur ucap jelas tegas ungkap imbuh tambah papar sebut terang lanjut tanya jawab "
    "seru teriak bisik pungkas sambung tandas tulis cetus keluh katanya ujarnya tuturnya ucapnya "
    "jelasnya tegasnya ungkapnya imbuhnya tambahnya paparnya sebutnya terangnya lanjutnya "
    "tanyanya jawabnya serunya berkata bertanya menjawab berseru berteriak menyahut said says "
    "asked asks replied replies shouted answered whispered cried exclaimed yelled added wondered "
    "demanded" },
  { TELAAH_WORDS_JOINING, "dan atau and or serta but tapi tetapi lalu" },
  { TELAAH_WORDS_TIMES,
    "wib wita wit gmt utc est edt pst pdt cst cet bst eastern pacific central mountain local "
    "waktu monday tuesday wednesday thursday friday saturday sunday senin selasa rabu kamis "
    "jumat sabtu minggu january february march april may june july august september october "
    "november december" },
  { TELAAH_WORDS_FIRMS, "inc ltd corp llc plc tbk" },
  { TELAAH_WORDS_DOMAINS,
    "com net org id co go ac sch or web my io gov edu info biz tv us uk au me app dev xyz news "
    "js py html htm php pdf doc docx jpg jpeg png txt csv zip mp3 mp4 exe json xml css fm asp "
    "aspx int" },
  { TELAAH_WORDS_REFERENCES,
    "references|reference|daftar pustaka|daftar referensi|referensi|rujukan|daftar rujukan|"
    "bibliography|bibliografi|kepustakaan|works cited|literature|further reading|"
    "bacaan lanjutan|pustaka|sumber referensi|sumber pustaka" },
};

static GHashTable *sets[TELAAH_N_WORDS];   /* of words in lower case */
static GHashTable *shorts_by_word;         /* the same → Shorts */

static char **
split (const char *list)
{
  return g_strsplit (list, strchr (list, '|') != NULL ? "|" : " ", -1);
}

static void
read_lists (void)
{
  static gsize done = 0;

  if (!g_once_init_enter (&done))
    return;

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_auto(GStrv) words = split (lists[i].list);

      sets[lists[i].words] = g_hash_table_new (g_str_hash, g_str_equal);
      for (guint j = 0; words[j] != NULL; j++)
        g_hash_table_add (sets[lists[i].words], (gpointer) g_intern_string (words[j]));
    }

  shorts_by_word = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < G_N_ELEMENTS (shorts); i++)
    {
      g_auto(GStrv) words = split (shorts[i].list);

      for (guint j = 0; words[j] != NULL; j++)
        g_hash_table_insert (shorts_by_word, (gpointer) g_intern_string (words[j]),
                             (gpointer) &shorts[i]);
    }

  g_once_init_leave (&done, 1);
}

/* In lower case, if it may be one of ours; they are all of ASCII. */
static gboolean
fold (const char *bytes,
      gsize       length,
      char        folded[LONGEST + 1])
{
  if (length == 0 || length > LONGEST)
    return FALSE;

  for (gsize i = 0; i < length; i++)
    folded[i] = g_ascii_tolower (bytes[i]);
  folded[length] = '\0';

  return TRUE;
}

gboolean
telaah_words_contain (TelaahWords  words,
                      const char  *bytes,
                      gsize        length)
{
  char folded[LONGEST + 1];

  if (!fold (bytes, length, folded))
    return FALSE;

  read_lists ();

  return g_hash_table_contains (sets[words], folded);
}

static gboolean
is_indonesian (const char *language)
{
  return language != NULL && g_ascii_strncasecmp (language, "id", 2) == 0 &&
         !g_ascii_isalpha (language[2]);
}

/**
 * telaah_words_find_short:
 * @bytes: a word without its last full stop, as it is written
 * @kind: (out): what it is, where it is an abbreviation that we know
 */
gboolean
telaah_words_find_short (const char     *bytes,
                         gsize           length,
                         const char     *language,
                         TelaahWordKind *kind)
{
  char folded[LONGEST + 1];
  const Shorts *found;
  gboolean capitals = length > 1;

  if (!fold (bytes, length, folded))
    return FALSE;

  read_lists ();
  found = g_hash_table_lookup (shorts_by_word, folded);
  if (found == NULL)
    return FALSE;

  for (gsize i = 0; i < length; i++)
    capitals = capitals && !g_ascii_islower (bytes[i]);

  if (((found->form & CAPITAL) && !g_ascii_isupper (bytes[0])) ||
      ((found->form & SMALL) && capitals) ||
      ((found->form & NOT_ID) && is_indonesian (language)))
    return FALSE;

  *kind = found->kind;

  return TRUE;
}
