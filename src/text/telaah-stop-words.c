/* The stop words of a few languages: articles, pronouns, prepositions, conjunctions, auxiliaries.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "text/telaah-stop-words.h"

#include <string.h>

#include "text/telaah-lexicon.h"

static const struct
{
  const char *languages;
  const char *words;
} lists[] = {
  { "id ms",
    "ada adalah adanya adapun agak agar akan akankah akibat aku anda antara antar apa apabila apakah apalagi asal atas "
    "atau ataukah ataupun bagai bagaikan bagaimana bagaimanapun bagi bahkan bahwa bahwasanya banyak beberapa begini "
    "begitu begitulah belum berbagai berapa beserta betapa biar biarpun bila bilamana bisa boleh buat bukan bukanlah "
    "bukannya cukup cuma dahulu dalam dan dapat dari daripada demi demikian dengan di dia diri dirinya dong dua "
    "dulu guna hal hampir hanya hanyalah harus hendak hingga ia ialah ikut ini inilah itu itulah jadi jangan jauh "
    "jika jikalau juga justru kadang kah kala kalau kalaupun kali kalian kami kamu kan kapan karena karenanya kata "
    "katanya kau ke kecuali kelak kemudian kenapa kepada kepadanya ketika ketimbang kian kini kita ku lagi lah lain "
    "lainnya lalu lama lebih lewat maka makin mampu mana manakala masih masing maupun melainkan melalui memang mengapa "
    "mengenai menjadi menuju menurut mereka merupakan meski meskipun mestinya mu mulai mungkin namun nanti "
    "nyaris nya oleh olehnya orang pada padahal pasti para per perlu pernah pula pun punya saat saja saling sama sambil "
    "sampai sang sangat satu saya se seakan sebab sebagai sebagaimana sebagian sebaliknya sebelum sebelumnya sebuah "
    "secara sedang sedangkan sedikit segala segera sehingga sejak sejumlah sekali sekalian sekaligus sekalipun sekarang "
    "seketika sekitar selagi selain selaku selalu selama selanjutnya seluruh semakin semasa semata sementara semua "
    "semuanya seolah seorang sepanjang seperti sepertinya seraya sering seringkali serta sesama sesuatu sesudah "
    "sesungguhnya setelah setiap setidaknya si siapa siapakah siapapun suatu sudah supaya tadi tak tanpa tapi "
    "telah tentang tentu tentunya terhadap terlalu terlebih ternyata tersebut tertentu terutama tetap tetapi tiap tiba "
    "tidak tidakkah tidaklah turut untuk untuknya usai walau walaupun yaitu yakni yang ialah sih kok deh toh "
    "tuk utk yg dgn dlm pd tdk krn dll dsb dst" },
  { "en",
    "a about above across after again against all almost along already also although always am among an and another "
    "any anyone anything are around as at away back be became because become becomes been before behind being below "
    "between both but by came can cannot come could did do does doing done down during each either else enough etc even "
    "ever every everyone everything few for from further get gets go goes got had has have having he hence her here "
    "hers herself him himself his how however i if in indeed instead into is it its itself just less let like made "
    "make many may maybe me might mine more most much must my myself neither never no nobody none nor not nothing now "
    "of off often on once one only onto or other others otherwise ought our ours ourselves out over own per perhaps "
    "quite rather really same several shall she should since so some someone something sometimes still such than that "
    "the their theirs them themselves then there thereby therefore these they this those though through thus to "
    "together too toward towards two under until up upon us very was we well were what whatever when where whereas "
    "whether which while who whoever whom whose why will with within without would yet you your yours yourself "
    "yourselves i'm i've i'd i'll you're you've you'd you'll he's he'd he'll she's she'd she'll it's we're we've we'd "
    "we'll they're they've they'd they'll that's there's here's what's who's let's isn't aren't wasn't weren't hasn't "
    "haven't hadn't doesn't don't didn't won't wouldn't can't couldn't shouldn't mustn't" },
  { "nl af",
    "aan aangezien achter al alle alleen allen als altijd ander andere anders behalve ben beter bij bijna bijv binnen "
    "boven buiten daar daarna daarom dan dat de den der deze die dit doch doen door dus een eens en enige er erg even "
    "ge geen geweest haar had hadden heb hebben hebt heeft heel hem hen het hier hij hoe hun ieder iedere iemand iets "
    "ik in indien is ja je jij jou jouw jullie kan kon konden kunnen kunt maar me meer men met mij mijn moest moesten "
    "moet moeten mogen na naar naast nadat niemand niet niets nog nu of om omdat onder ons onze ook op over reeds "
    "sinds slechts sommige steeds te tegen tenzij terwijl tijdens toch toen tot tussen u uit uw vaak van vanaf veel "
    "verder via vol volgens voor vooral waar waarbij waarom wanneer want waren was wat we wel welke werd werden wie "
    "wij wil worden wordt zal ze zeer zei zelf zich zij zijn zo zoals zodat zonder zou zouden zullen" },
  { "de",
    "ab aber alle allein allem allen aller alles als also am an andere anderem anderen anderer anderes auch auf aus "
    "außer bei beim bereits bin bis bist da dabei dadurch dafür dagegen daher damit danach dann daran darauf daraus "
    "darf darin darüber darum das dass daß davon davor dazu dein deine dem den denen denn der deren des deshalb dessen "
    "dich die dies diese diesem diesen dieser dieses dir doch dort du durch dürfen ebenso ein eine einem einen einer "
    "eines einige einigen einiger er es etwa etwas euch euer für gar gegen gegenüber gewesen haben habe hat hatte hatten "
    "hätte hätten hier hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer ihres im immer in indem innerhalb ins ist ja "
    "jede jedem jeden jeder jedes jedoch jene jenem jenen jener jenes jetzt kann kein keine keinem keinen keiner könne "
    "können könnte könnten konnte konnten man manche mehr mein meine meinem meinen meiner mich mir mit muss müssen musste "
    "nach nachdem neben nicht nichts noch nun nur ob obwohl oder oft ohne schon sehr sei seien sein seine seinem seinen "
    "seiner seines seit selbst sich sie sind so sobald sogar solche solchem solchen solcher soll sollen sollte sollten "
    "sondern sonst sowie sowohl statt trotz über um und uns unser unsere unserem unseren unter viel viele vielen vom von "
    "vor während war waren wäre wären was weder wegen weil weiter welche welchem welchen welcher welches wenn wer werde "
    "werden wie wieder will wir wird wo wobei wodurch wollen worden wurde wurden würde würden zu zum zur zwar zwischen" },
  { "fr",
    "à afin ai aie ainsi alors après as assez au aucun aucune aujourd'hui auquel aussi autant autre autres aux auxquels "
    "avaient avait avant avec avez avoir avons ayant beaucoup bien c ça car ce ceci cela celle celles celui cependant "
    "certains ces cet cette ceux chacun chaque chez ci comme comment contre d dans de déjà depuis dernier des dès "
    "desquels deux devant doit doivent donc dont du duquel elle elles en encore enfin entre es est et étaient était "
    "étant été être eu eux fait faire font fut il ils j je jusqu jusque l la là laquelle le lequel les lesquels leur "
    "leurs lors lorsque lui m ma mais malgré me même mêmes mes moi moins mon n ne ni non nos notre nous nouveau on ont "
    "ou où par parce parfois parmi pas pendant peu peut peuvent plus plusieurs plutôt pour pourquoi pourtant près puis "
    "puisque qu quand que quel quelle quelles quelque quelques quels qui quoi quoique s sa sans sauf se selon sera "
    "serait seront ses si sinon soi soit son sont sous souvent suis sur t ta tandis tant te tel telle telles tels tes "
    "toi ton toujours tous tout toute toutefois toutes très trop tu un une vers voici voilà vos votre vous y "
    "c'est d'un d'une qu'il qu'elle qu'ils qu'on qu'un qu'une n'est s'est l'on jusqu'à jusqu'au" },
  { "es",
    "a acá ahí al algo alguien algún alguna algunas alguno algunos allá allí ambos ante antes aquel aquella aquellas "
    "aquello aquellos aquí así aún aunque bajo bien cada casi como cómo con contra cual cuál cuales cualquier cuando "
    "cuándo cuanto da de debe deben del demás desde después donde dónde dos durante e el él ella ellas ello ellos en "
    "entonces entre era eran es esa esas ese eso esos esta está estaba estaban están estar estas este esto estos fue "
    "fueron ha había habían haber hace hacer hacia han hasta hay he incluso la las le les lo los luego más me mediante "
    "menos mi mí mientras mis mismo misma mismas mismos mucha muchas mucho muchos muy nada nadie ni ningún ninguna "
    "ninguno no nos nosotros nuestra nuestras nuestro nuestros nunca o os otra otras otro otros para pero poca poco "
    "pocos por porque pues puede pueden que qué quien quién quienes se sea sean según ser si sí sido siempre sin sino "
    "sobre son su sus tal tales también tampoco tan tanto te tenía tener ti tiene tienen toda todas todavía todo todos "
    "tras tu tú tus u un una unas uno unos usted ustedes vez y ya yo" },
  { "pt gl",
    "a à acerca agora ainda além algo alguém algum alguma algumas alguns ali ante antes ao aos apenas após aquela "
    "aquelas aquele aqueles aqui aquilo as às assim até bem cada com como contra cuja cujo da daquele das de dela delas "
    "dele deles depois desde dessa desse desta deste deve devem do dois dos durante e é ela elas ele eles em embora "
    "enquanto então entre era eram essa essas esse esses esta está estão estar estas estava este estes eu faz fazer foi "
    "foram havia há isso isto já lá lhe lhes lo logo mais mas me mediante meio menos mesma mesmas mesmo mesmos meu meus "
    "minha minhas muita muitas muito muitos na nada não nas nem nenhum nenhuma nessa nesse nesta neste ninguém no nos "
    "nós nossa nossas nosso nossos num numa nunca o onde os ou outra outras outro outros para pela pelas pelo pelos per "
    "perante pode podem pois por porém porque portanto pouco poucos qual quais qualquer quando quanto quase que quem são "
    "se seja sejam sem sempre sendo ser será seu seus si sido só sob sobre sua suas tais tal também tanto tão te tem têm "
    "ter teu tinha toda todas todavia todo todos tu tua tudo um uma umas uns você vocês vos" },
  { "it",
    "a abbia ad agli ai al alcun alcuna alcune alcuni all alla alle allo allora altra altre altri altro anche ancora "
    "anzi appena attraverso avanti aveva avevano avere avendo ben bensì c che chi ci ciò cioè ciascuno circa col come "
    "comunque con contro così cui d da dagli dai dal dall dalla dalle dallo degli dei del dell della delle dello dentro "
    "deve devono di dopo dove dovrebbe due dunque durante e è ebbe ed egli era erano essa esse essendo essere essi "
    "esso fa fare fino fra fu furono già gli ha hai hanno ho i il in infatti infine inoltre insieme io l la le lei li lo "
    "loro lui lungo ma mai malgrado me meno mentre mi mia mie miei mio molta molte molti molto ne né neanche negli nei "
    "nel nell nella nelle nello nemmeno neppure nessun nessuna nessuno niente noi non nostra nostre nostri nostro nulla "
    "o ogni ognuno oltre oppure ora per perché perciò perfino però più piuttosto po poco poi poiché possono prima proprio "
    "può pur pure qual quale quali qualche qualcosa qualcuno quando quanto quasi quel quella quelle quelli quello quest "
    "questa queste questi questo qui quindi sarà se sé sebbene secondo sei sempre senza si sia siano siamo solo sono "
    "sopra soprattutto sotto stata state stati stato stessa stesse stessi stesso su sua sue sugli sui sul sull sulla "
    "sulle sullo suo suoi tale tali tanto te ti tra tranne troppo tu tutta tutte tutti tutto un una uno v verso vi voi "
    "vostra vostro" },
};

static gboolean
names (const char *languages,
       const char *language)
{
  gsize n = strcspn (language, "-_@.");

  for (const char *p = languages; *p != '\0'; p += strcspn (p, " "), p += *p == ' ')
    if (strcspn (p, " ") == n && g_ascii_strncasecmp (p, language, n) == 0)
      return TRUE;

  return FALSE;
}

/* Accents are folded as they are in texts. */
static GHashTable *
read_list (const char *list)
{
  GHashTable *set = g_hash_table_new (g_str_hash, g_str_equal);
  g_auto(GStrv) words = g_strsplit (list, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *folded = telaah_fold_dup (words[i], -1);

      g_hash_table_add (set, (gpointer) g_intern_string (folded));
    }

  return set;
}

static GHashTable *
get_set (guint index)
{
  static GMutex mutex;
  static GHashTable *sets[G_N_ELEMENTS (lists)];
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&mutex);

  if (sets[index] == NULL)
    sets[index] = read_list (lists[index].words);

  return sets[index];
}

/**
 * telaah_stop_words_get:
 * @language: (nullable): BCP 47
 *
 * Returns: (nullable) (transfer none): a set of folded words; NULL for languages whose are not known here
 */
GHashTable *
telaah_stop_words_get (const char *language)
{
  for (guint i = 0; language != NULL && i < G_N_ELEMENTS (lists); i++)
    if (names (lists[i].languages, language))
      return get_set (i);

  return NULL;
}

/* Of so many words at least one in so many is a stop word, in running text of any of the languages above. */
#define LEAST_WORDS 3
#define ONE_IN 6

/**
 * telaah_language_guess:
 * @words: some running text, UTF-8
 *
 * By its stop words, for search and statistics in a text of which nobody has said what it is written in.
 *
 * Returns: (nullable) (transfer none): the language as a BCP 47 tag; NULL where it is none of those known here, or there
 *   are too few words to tell
 */
const char *
telaah_language_guess (const char *words,
                       gssize      n_bytes)
{
  static const char *const tags[] = { "id", "en", "nl", "de", "fr", "es", "pt", "it" };
  g_autofree char *folded = telaah_fold_dup (words, n_bytes);
  guint counts[G_N_ELEMENTS (tags)] = { 0 }, n = 0, best = 0, next = 0;

  G_STATIC_ASSERT (G_N_ELEMENTS (tags) == G_N_ELEMENTS (lists));
  for (char *p = folded; *p != '\0';)
    {
      char *end = p;

      for (; *end != '\0' && g_unichar_isalpha (g_utf8_get_char (end)); end = g_utf8_next_char (end));
      if (end > p)
        {
          char kept = *end;

          *end = '\0';
          for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
            counts[i] += g_hash_table_contains (get_set (i), p);
          *end = kept;
          n++;
        }
      p = *end != '\0' ? g_utf8_next_char (end) : end;
    }

  for (guint i = 1; i < G_N_ELEMENTS (tags); i++)
    if (counts[i] > counts[best])
      best = i;
  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    if (i != best)
      next = MAX (next, counts[i]);

  return n >= LEAST_WORDS && counts[best] * ONE_IN >= n && counts[best] * 6 > next * 7 ? tags[best] : NULL;
}
