/* The wording of what is not an article: the words that pages use, in Indonesian and English.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "text/telaah-phrases.h"

#define WEAK     TELAAH_PHRASE_WEAK
#define SENTENCE TELAAH_PHRASE_SENTENCE
#define NAMES    TELAAH_PHRASE_NAMES
#define HEAD     TELAAH_PHRASE_HEAD
#define AROUND   TELAAH_PHRASE_AROUND
#define TITLED   TELAAH_PHRASE_TITLED
#define GRID     TELAAH_PHRASE_GRID

#define NETWORKS "facebook|twitter|x|whatsapp|telegram|linkedin|email|e-mail|pinterest|line|instagram|threads|" \
                 "reddit|tumblr|youtube|tiktok|messenger|bluesky|mastodon|flipboard|pocket"
#define WRITERS  "penulis|editor|reporter|pewarta|penyunting|kontributor|wartawan|jurnalis|redaktur|penerjemah|" \
                 "author|authors|writer|correspondent|contributor|laporan|uploader|produser|producer"
#define UPDATED  "published|updated|posted|modified|diperbarui|dipublikasikan|diterbitkan|terbit|tayang|dimuat|" \
                 "diposting"
#define THINGS   "artikel|berita|tulisan|konten|pos|postingan|posting|kabar|video|foto|kisah|cerita"
#define ARTICLES "article|articles|post|posts|story|stories|news|content|topics|links|reading|coverage|videos|reads"

const TelaahPhrase telaah_phrases[] = {
  { "advertisement|advertisements|advertorial|adv", "advertisement", 0, 0 },
  { "iklan|ad|ads|advertising|sponsored|promoted|promo|bersponsor", "advertisement", WEAK, 0 },
  { "advertisement|iklan scroll|gulir|geser|lanjut *", "advertisement", 0, 12 },
  { "scroll|gulir to|untuk|ke continue|resume|read|melanjutkan|lanjut|membaca *", "advertisement", 0, 10 },
  { "geser untuk melanjutkan|membaca *", "advertisement", 0, 8 },
  { "article|story continues|continued after|below *", "advertisement", 0, 8 },
  { "artikel|berita ini dilanjutkan|berlanjut setelah|sesudah iklan *", "advertisement", 0, 10 },
  { "continue reading below *", "advertisement", 0, 8 },
  { "lanjutkan membaca di bawah|setelah iklan *", "advertisement", 0, 8 },
  { "ads|ad|iklan by|oleh|dari|from google *", "advertisement", 0, 5 },
  { "sponsored|konten content|post|posts|links|bersponsor|berbayar|iklan", "advertisement", 0, 0 },
  { "skip|close|remove|lewati|tutup ad|ads|advertisement|iklan *", "advertisement", 0, 5 },
  { "pasang iklan *", "advertisement", 0, 4 },
  { "gambas : *", "related-link", 0, 10 },

  { "leave|post|write|add a|your reply|comment|response|message *", "reply-form", 0, 9 },
  { "leave|post|add|submit|publish|send reply|comment|comments", "reply-form", 0, 0 },
  { "leave|post|add|submit|publish a comment|reply", "reply-form", 0, 0 },
  { "cancel reply|comment", "reply-form", 0, 0 },
  { "batalkan|batal balasan|membalas", "reply-form", 0, 0 },
  { "tinggalkan|tinggalkanlah|tulis|tuliskan|kirim|beri|berikan|isi|tambahkan|tambah sebuah|komentar|balasan|"
    "tanggapan komentar|balasan *",
    "reply-form", 0, 8 },
  { "tinggalkan|tulis|tuliskan|kirim|beri|berikan|isi|tambahkan|tambah komentar|balasan|tanggapan|pesan",
    "reply-form", 0, 0 },
  { "tinggalkan|tulis|tuliskan|kirim|beri|berikan komentar|balasan|tanggapan anda|kamu|disini|di|pertama *",
    "reply-form", 0, 7 },
  { "your email address will not be published *", "reply-form", SENTENCE, 24 },
  { "your e-mail address will not be published *", "reply-form", SENTENCE, 24 },
  { "alamat|email email|anda|surel * tidak akan dipublikasikan *", "reply-form", SENTENCE, 24 },
  { "required fields are marked *", "reply-form", SENTENCE, 10 },
  { "ruas|kolom|bidang|field|isian yang|wajib wajib|ditandai|diisi *", "reply-form", SENTENCE, 12 },
  { "save my name email * browser *", "reply-form", SENTENCE, 24 },
  { "save my name * next time|comment *", "reply-form", SENTENCE, 24 },
  { "simpan nama|nama|informasi * komentar *", "reply-form", SENTENCE, 24 },
  { "notify|beritahu|beritahukan|beri me|saya|tahu of|via|saya|jika|tentang|akan|ketika|bila *", "reply-form",
    SENTENCE, 20 },
  { "you must be logged in to *", "reply-form", SENTENCE, 14 },
  { "anda harus masuk|login|log untuk|dahulu|terlebih|in|log * komentar|berkomentar|komentar *", "reply-form",
    SENTENCE, 16 },
  { "log|please|silakan|silahkan|sign in|login|log|masuk|sign * to|untuk|with comment|reply|berkomentar|komentar|"
    "memberikan|mengirim *",
    "reply-form", SENTENCE, 14 },
  { "log|sign in to|or leave|comment|reply|register|join *", "reply-form", SENTENCE, 12 },
  { "fill in your details below *", "reply-form", SENTENCE, 20 },
  { "isikan data di bawah *", "reply-form", SENTENCE, 20 },
  { "comment|name|website|nama|email|e-mail|surel|situs|komentar|message|pesan web|address|lengkap|anda|wajib|"
    "required|url",
    "reply-form", WEAK, 0 },
  { "name|website|nama|email|e-mail|surel|submit|kirim|komentar|comment|situs", "reply-form", WEAK, 0 },
  { "komentar|comment|name|nama|email :|anda", "reply-form", WEAK, 0 },

  { "# comments|comment|komentar|tanggapan|responses|response|replies|reply|balasan|diskusi", "comment", 0, 0 },
  { "# thoughts|thought|pemikiran|tanggapan|responses|comments|komentar on|pada|untuk|to|di|tentang *",
    "comment", 0, 24 },
  { "comments|komentar|responses|tanggapan #", "comment", 0, 0 },
  { "this post|article has # comments|comment", "comment", 0, 0 },
  { "posting komentar *", "reply-form", 0, 4 },
  { "no|leave comments|comment|responses *", "comment", 0, 3 },
  { "belum|tidak ada komentar|tanggapan *", "comment", SENTENCE, 12 },
  { "be the first to comment|reply|respond|review *", "comment", SENTENCE, 10 },
  { "jadilah|jadi yang|orang pertama * komentar|berkomentar|mengomentari *", "comment", SENTENCE, 12 },
  { "lihat|tampilkan|muat|buka|baca semua|# komentar|balasan|tanggapan *", "comment", 0, 6 },
  { "view|show|load|see|read all|more|#|the comments|comment|replies *", "comment", 0, 6 },
  { "view|show|hide|load|lihat|tampilkan|sembunyikan comments|comment|komentar *", "comment", 0, 3 },
  { "comments|komentar are|is|telah closed|off|ditutup|dinonaktifkan *", "comment", SENTENCE, 8 },
  { "komentar ditutup|dinonaktifkan *", "comment", SENTENCE, 8 },
  { "komentar sepenuhnya * tanggung jawab *", "comment", SENTENCE, 30 },
  { "berkomentarlah|berkomentar|komentarlah secara|dengan * bijak|bijaksana|sopan|santun *", "comment",
    SENTENCE, 40 },
  { "... please enable javascript to view *", "comment", SENTENCE, 20 },
  { "comments|comment powered by|disqus *", "comment", 0, 6 },
  { "... this site uses akismet *", "comment", SENTENCE, 24 },
  { "situs ini menggunakan akismet *", "comment", SENTENCE, 24 },
  { "sort|urutkan by|berdasarkan|: *", "comment", 0, 5 },
  { "comments|comment|komentar|reply|balas|replies|responses|tanggapan|balasan", "comment", WEAK, 0 },
  { "newest|oldest|terbaru|terlama|terpopuler|top comments|first|komentar", "comment", WEAK, 0 },

  { "share|bagikan|sebarkan|tweet|pin|print|cetak|like|suka|bookmark|simpan|save|subscribe|follow|ikuti|berbagi|"
    "salin|copy it|this|ini",
    "share-link", 0, 0 },
  { "share|bagikan|sebarkan|tweet|print|cetak|like|suka|bookmark|simpan|save|follow|ikuti|berbagi|salin|kirim",
    "share-link", WEAK, 0 },
  { "share|bagikan|sebarkan|berbagi|sharing :", "share-link", 0, 0 },
  { "share|bagikan|berbagi|sebarkan this|artikel|ini|berita|tulisan|the|page|halaman|konten|: ini|article|post|"
    "story|page|:|berita|news",
    "share-link", 0, 0 },
  { "share|bagikan|sebarkan|tweet this|artikel|berita|tulisan|konten|ini this|article|post|story|page|berita|ini|"
    ": :|on|via|ke|di|with *",
    "share-link", 0, 10 },
  { "share|bagikan|sebarkan|kirim|send|post|berbagi|tweet|print|pin : *", "share-link", 0, 10 },
  { "share|bagikan|sebarkan|kirim|send|berbagi|bagi|email|save on|to|via|with|by|ke|di|lewat|melalui|: "
    NETWORKS " *", "share-link", 0, 6 },
  { "share|bagikan|berbagi " NETWORKS " *", "share-link", 0, 8 },
  { "click|klik to|untuk share|print|email|berbagi|membagikan|mengirim|mengirimkan|mencetak|mengirimkan|send|"
    "post *", "share-link", 0, 16 },
  { "like loading", "share-link", 0, 0 },
  { "like|sukai|suka this|ini|memuat", "share-link", 0, 0 },
  { "like|sukai|menyukai|suka this|ini :|memuat", "share-link", 0, 0 },
  { "kirimkan|kirim ini lewat *", "share-link", 0, 16 },
  { "reuse|republish this content|article|story", "share-link", 0, 0 },
  { "copy|salin|get|dapatkan link|tautan|url", "share-link", 0, 0 },
  { "link|tautan|url copied|disalin|telah *", "share-link", 0, 6 },
  { "listen|dengarkan to|artikel|berita this|ini article|story *", "share-link", 0, 8 },
  { "dengarkan artikel|berita *", "share-link", 0, 5 },
  { "follow|ikuti|find us|kami|our|akun *", "follow-link", 0, 14 },
  { "follow @ *", "follow-link", 0, 6 },
  { "follow|ikuti|simak|cek|update|dapatkan|baca|temukan|join|gabung|bergabung|yuk|mari|ayo|download|unduh * "
    "google news *", "follow-link", SENTENCE, 40 },
  { "follow|ikuti|simak|cek|dapatkan|baca|temukan|join|gabung|bergabung|yuk|mari|ayo * channel|kanal|saluran|"
    "grup|group whatsapp|telegram|youtube|wa *",
    "follow-link", SENTENCE, 45 },
  { "follow|ikuti|simak|cek|dapatkan|baca|temukan|join|gabung|bergabung|yuk|mari|ayo * whatsapp|telegram|youtube|"
    "wa channel|kanal|group|grup *",
    "follow-link", SENTENCE, 45 },
  { "download|unduh|install|instal aplikasi|app|our|the * sekarang|now|play|store|playstore|android|ios|disini|"
    "gratis *", "follow-link", SENTENCE, 25 },
  { "get it on|from google play|app *", "follow-link", 0, 8 },
  { "download on the app store", "follow-link", 0, 0 },
  { "jangan lupa * subscribe|follow|like * channel|akun|video|kami *", "follow-link", SENTENCE, 24 },

  { "laporkan|report", "report-link", WEAK, 0 },
  { "laporkan|lapor|adukan konten|akun|artikel|komentar|tulisan|kesalahan|penyalahgunaan|iklan|berita|pengguna|"
    "masalah|video *", "report-link", 0, 4 },
  { "report this|a|an|abuse|content|inappropriate|error|comment|typo|correction|ad|user|post abuse|content|"
    "article|post|comment|error|typo|story|correction|ad|problem|issue|page|user|or *",
    "report-link", 0, 7 },
  { "report abuse|content|comment|error|post|user|ad", "report-link", 0, 0 },
  { "flag this|as|comment|content *", "report-link", 0, 5 },

  { "# views|view|dibaca|pembaca|reads|read|tayangan|likes|suka|shares|dilihat|pengunjung|followers|pengikut|"
    "claps|kali|hits|viewers|penonton",
    "reader-count", 0, 0 },
  { "# kali|x|orang dibaca|dilihat|dibagikan|ditonton|membaca|views|tayang *", "reader-count", 0, 5 },
  { "dibaca|dilihat|dikunjungi|ditonton|dibagikan # kali|x|orang", "reader-count", 0, 0 },
  { "telah|sudah dibaca|dilihat|dikunjungi|ditonton # *", "reader-count", 0, 6 },
  { "views|view|dibaca|dilihat|hits|shares|likes|pembaca|readers|reads #", "reader-count", 0, 0 },
  { "views|view|dibaca|dilihat|hits|shares|likes|pembaca|readers|reads : # *", "reader-count", 0, 5 },
  { "post|page|total|jumlah views|pembaca|pengunjung|view *", "reader-count", 0, 6 },
  { "# min|menit", "reader-count", WEAK, 0 },
  { "#|waktu|lama|read|reading|estimated|estimasi|perkiraan min|mins|minute|minutes|menit|membaca|baca|time|"
    "reading|waktu|read *", "reader-count", WEAK, 6 },
  { "# min|mins|minute|minutes|menit read|reading|baca|membaca|bacaan *", "reader-count", 0, 8 },
  { "waktu|estimated|reading|read baca|membaca|reading|read|time : *", "reader-count", 0, 7 },
  { "estimated|estimasi|perkiraan reading|read|waktu time|baca|membaca *", "reader-count", 0, 8 },
  { "dibaca normal # menit", "reader-count", 0, 0 },

  { "halaman|page|pages|hal|hlm : *", "pagination", 0, 1 + 7 },
  { "halaman|page|pages|hal|hlm :", "pagination", 0, 0 },
  { "halaman|page|hal|hlm # dari|of #", "pagination", 0, 0 },
  { "next|previous|prev|older|newer post|posts|article|articles|entry|entries *", "pagination", 0, 18 },
  { "next|previous|prev page|story|chapter", "pagination", 0, 0 },
  { "next|previous|prev|selanjutnya|sebelumnya|berikutnya : *", "pagination", AROUND, 18 },
  { "pos|artikel|posting|postingan|berita|tulisan|halaman sebelumnya|berikutnya|selanjutnya|sebelum|lainnya *",
    "pagination", 0, 18 },
  { "next|previous|prev|selanjutnya|sebelumnya|berikutnya|lanjut|back|kembali|first|last|older|newer",
    "pagination", WEAK, 0 },
  { "tampilkan|lihat|show|view|buka semua|all|semuanya|selengkapnya|lainnya|lebih|more|less *", "pagination", 0, 3 },
  { "posting|postingan lama|baru|lebih *", "pagination", 0, 4 },
  { "load|muat|see|read more|lebih|lainnya *", "pagination", 0, 3 },
  { "continue|lanjutkan|lanjut|keep reading|membaca|baca *", "pagination", 0, 12 },
  { "baca|lihat|klik selengkapnya *", "pagination", 0, 5 },
  { "selengkapnya", "pagination", WEAK, 0 },
  { "post|posts|navigasi|artikel navigation|pos|tulisan|artikel|navigasi", "pagination", 0, 0 },
  { "back|kembali|scroll|go|return to|ke top|atas|beranda|home *", "pagination", 0, 4 },

  { "home|beranda|menu|search|cari|pencarian|login|masuk|daftar|register|logout|keluar|langganan|navigasi|"
    "navigation|kanal|topik|indeks|premium",
    "menu", WEAK, 0 },
  { "log|sign|masuk|buat|create|my in|up|out|log|akun|account", "menu", 0, 0 },
  { "close|tutup|open|buka|batal|cancel|ok|oke|edit|sunting|more|lainnya|toggle|expand|collapse|hide|show|"
    "sembunyikan|tampilkan|lewati|skip|mute|play|pause",
    "menu", WEAK, 0 },
  { "skip|langsung|loncat|lompat|lewati|jump to|ke|isi content|main|navigation|konten|isi|search|menu|utama *",
    "menu", 0, 6 },
  { "toggle|main|primary|menu|site navigation|menu|sidebar|search|utama|navigation", "menu", 0, 0 },
  { "mohon|harap|silakan|silahkan|please tunggu|wait *", "menu", 0, 4 },
  { "loading|memuat|sedang *", "menu", WEAK, 3 },
  { "about|contact|tentang|hubungi|kontak|cari us|kami", "menu", 0, 0 },
  { "privacy|terms|kebijakan|syarat|ketentuan|pedoman|panduan|info|peta|kode|cookie|terms policy|of|privasi|dan|"
    "&|media|komunitas|iklan|situs|etik|layanan|policy|and *",
    "menu", WEAK, 6 },
  { "pedoman media|pemberitaan siber|media *", "menu", 0, 5 },
  { "privacy policy *", "menu", 0, 6 },
  { "kebijakan privasi *", "menu", 0, 6 },
  { "redaksi|karir|karier|career|careers|help|bantuan|faq|sitemap|rss|disclaimer|kontak|contact|iklan|advertise|"
    "about|jobs|privacy|terms|cookies",
    "menu", WEAK, 0 },
  { "open|get|view|buka in|di|on|the app|aplikasi", "menu", 0, 0 },
  { "open|read|buka|baca|lihat in|on|di app|aplikasi", "menu", 0, 0 },
  { "for|untuk other|kegunaan uses|lain|people|places see|lihat * disambiguation|disambiguasi", "menu", SENTENCE, 24 },
  { "this|artikel article|section|ini|bagian needs|may|has|relies|membutuhkan|memerlukan|memiliki|tidak "
    "additional|more|multiple|require|need|rujukan|catatan|memiliki * citations|sources|verification|issues|cleanup|"
    "referensi|sumber|pemastian *", "menu", SENTENCE, 60 },
  { "tentang|about wikipedia", "menu", 0, 0 },
  { "academic rigour journalistic flair", "menu", 0, 0 },
  { "for immediate release *", "page-header", HEAD, 12 },
  { "embargoed until *", "page-header", HEAD, 14 },
  { "write|listen|dengarkan|·", "menu", WEAK, 0 },
  { "search|cari|telusuri *", "menu", WEAK, 4 },
  { "now playing|loading", "menu", 0, 0 },
  { "video|watch ad|now feedback|playing", "menu", 0, 0 },
  { "ad feedback", "advertisement", 0, 0 },
  { "from|dari wikipedia * encyclopedia|bebas|ensiklopedia|indonesia", "menu", 0, 10 },
  { "baca|lihat|tambah|alat|bahasa|read|tools|languages|talk|article|halaman|pembicaraan|perkakas|tampilan|"
    "appearance|donate|menyumbang|peralatan|umum|sembunyi|pindah",
    "menu", WEAK, 0 },
  { "view|lihat|riwayat|edit|sunting|buat|create|donasi|menu|change source|history|sumber|riwayat|terdahulu|"
    "links|akun|account|sunting|utama",
    "menu", WEAK, 0 },
  { "# languages|bahasa", "menu", 0, 0 },
  { "version|versi #", "copyright", 0, 0 },

  { "oleh|by : *", "byline", NAMES, 14 },
  { "oleh|by *", "byline", NAMES | HEAD, 14 },
  { "written|posted|published|ditulis|diposting|dipublikasikan|reported|reporting|translated|story|words|text|"
    "edited|reviewed|diedit|disunting|diterjemahkan by|oleh *",
    "byline", NAMES, 14 },
  { WRITERS " : *", "byline", NAMES | GRID, 16 },
  { WRITERS " : * dan|and|& *", "byline", NAMES | GRID, 16 },
  { "rep|red : *", "byline", NAMES, 14 },
  { WRITERS " *", "byline", NAMES | HEAD | GRID | WEAK, 8 },
  { UPDATED, "byline", WEAK, 0 },
  { "last|terakhir updated|modified|diperbarui|diubah", "byline", WEAK, 0 },
  { "tim redaksi *", "byline", 0, 5 },
  { "published in *", "byline", TITLED | AROUND | WEAK, 10 },
  { "writer|editor|contributor|penulis for|di *", "follow-link", NAMES | AROUND | WEAK, 8 },
  { "writer|editor|contributor for", "follow-link", WEAK, 0 },
  { "disclosure statement", "disclaimer", WEAK, 0 },
  { "diposting|posted oleh|by * di|at|pada|on # *", "byline", 0, 14 },
  { "tim|redaksi : *", "byline", AROUND, 5 },
  { "baca|laporan|kiriman * jurnalis|koresponden|reporter *", "byline", NAMES | HEAD, 10 },
  { "received|accepted|revised|diterima|direvisi|disetujui|submitted|diajukan * #", "byline", HEAD, 24 },
  { "corresponding|korespondensi|penulis author|:|penulis|korespondensi *", "byline", HEAD | SENTENCE, 20 },

  { "tag|tags|tagged|label|labels|topik|topics|hashtag : *", "tags", AROUND, 30 },
  { "tag|tags|tagged|hashtag : *", "tags", 0, 30 },
  { "tagged|filed|posted|ditandai|diposting|categorized with|under|in|pada|dalam|as : *", "tags", 0, 20 },
  { "tagged|filed|posted|categorized with|under|in *", "tags", TITLED | AROUND, 16 },
  { "kategori|category|categories|topic|berkaitan|terkait|rubrik|kanal|sumber : *", "tags", AROUND | WEAK, 14 },
  { "kategori|category|categories : *", "tags", AROUND, 10 },
  { "tag|tags *", "tags", TITLED | AROUND, 20 },
  { "tag|tags|label|labels|topik|topics|kategori|categories|topic", "tags", WEAK, 0 },
  { "tag|topik|topics|tags terkait|populer|terpopuler|:", "tags", AROUND, 0 },

  { "subscribe|berlangganan|langganan|newsletter|buletin", "newsletter", WEAK, 0 },
  { "subscribe|berlangganan|langganan now|today|sekarang|gratis|free|to|via|melalui|newsletter|for|buletin our|"
    "the|newsletter|this|email|e-mail|kami|sekarang|free|now *",
    "newsletter", SENTENCE, 30 },
  { "langganan : *", "newsletter", 0, 8 },
  { "sign up to|for *", "newsletter", TITLED, 8 },
  { "free|gratis weekly|daily|mingguan|harian newsletter|email", "newsletter", 0, 0 },
  { "privacy notice : newsletters *", "newsletter", SENTENCE, 0 },
  { "after|before newsletter promotion", "newsletter", 0, 0 },
  { "thanks|thank for|you reading|for * subscribe *", "newsletter", SENTENCE, 30 },
  { "subscribe|berlangganan now|today|sekarang|here|gratis", "newsletter", 0, 0 },
  { "sign|daftar|enter|masukkan|type|isi|join up|sekarang|your|alamat|email|e-mail|diri|our|untuk * newsletter|"
    "newsletters|inbox|mailing|email|e-mail|buletin|surel *",
    "newsletter", SENTENCE, 34 },
  { "get|receive|dapatkan|terima|want * your|email|surel|kotak|inbox inbox|anda|kamu|masuk *", "newsletter",
    SENTENCE, 34 },
  { "dapatkan * newsletter|notifikasi|telegram|whatsapp|email *", "newsletter", SENTENCE | AROUND, 34 },
  { "join # other subscribers *", "newsletter", 0, 6 },

  { "© *", "copyright", SENTENCE, 40 },
  { "# © *", "copyright", SENTENCE, 30 },
  { "copyright|hak ©|#|:|cipta ©|#|: *", "copyright", SENTENCE, 30 },
  { "copyright ©|# *", "copyright", SENTENCE, 40 },
  { "copyright * all rights reserved *", "copyright", SENTENCE, 40 },
  { "... all rights reserved", "copyright", SENTENCE, 30 },
  { "... hak cipta dilindungi undang-undang *", "copyright", SENTENCE, 30 },
  { "... © # *", "copyright", AROUND, 24 },
  { "hak cipta|paten : *", "copyright", AROUND, 20 },
  { "dilarang keras|mengutip|menyalin|mengambil|memperbanyak|menyebarluaskan * tanpa izin|seizin|persetujuan *",
    "copyright",
    SENTENCE | AROUND, 50 },
  { "halaman|this ini|page terakhir|was diubah|last|disunting edited|modified|pada|oleh *", "copyright",
    SENTENCE, 20 },
  { "teks|text|konten|content tersedia|is di|available bawah|under lisensi|the|a creative|atribusi-berbagiserupa "
    "*", "copyright", SENTENCE, 50 },
  { "proudly|powered|theme|designed|didukung powered|by|oleh|: by|wordpress|blogger|blogspot|medium|word *",
    "copyright", 0, 12 },
  { "powered|theme|diberdayakan|blog by|:|oleh|at *", "copyright", AROUND | NAMES, 8 },

  { "baca|simak|lihat|tonton|dengarkan|cek juga|pula|lainnya|selengkapnya : *", "related-link", SENTENCE, 40 },
  { "baca|simak|tonton|lihat juga|pula *", "related-link", TITLED, 24 },
  { "baca|simak|tonton : *", "related-link", 0, 24 },
  { "baca|simak|tonton juga|pula|berita|artikel|video :|juga|lainnya|terkait|berikut|ini : *", "related-link",
    0, 30 },
  { "baca berita|artikel|tulisan|lebih terkait|lainnya|lain|selengkapnya|lanjut *", "related-link", 0, 10 },
  { "read|see|watch|also more|also|related|next|read : *", "related-link", SENTENCE, 30 },
  { "read|also more|also|read *", "related-link", TITLED, 24 },
  { "baca|simak|lihat juga|pula artikel|berita|tulisan terkait|lainnya|lain|menarik *", "related-link",
    SENTENCE, 30 },
  { "explore more on *", "related-link", 0, 6 },
  { "related|recommended|terkait|rekomendasi : *", "related-link", 0, 24 },
  { "don't|dont|jangan miss|lewatkan : *", "related-link", 0, 24 },
  { "related|recommended|more|latest|popular|trending|featured|top|recent|must other|" ARTICLES " " ARTICLES,
    "related-link", AROUND, 0 },
  { "related|recommended|more|latest|popular|trending|featured|recent|must|other|similar|top " ARTICLES,
    "related-link", 0, 0 },
  { THINGS " terkait|lainnya|terpopuler|terbaru|terkini|pilihan|rekomendasi|menarik|populer|serupa|sebelumnya "
    "*", "related-link", 0, 4 },
  { "related|terkait|terpopuler|terkini|terbaru|populer|trending|popular|rekomendasi|recommended|pilihan|"
    "headline|latest", "related-link", WEAK, 0 },
  { "rekomendasi|pilihan|recommended|untuk|direkomendasikan untuk|for|anda|kamu|editor|redaksi anda|kamu|you|:|"
    "mu", "related-link", 0, 0 },
  { "pilihan|rekomendasi editor|untukmu|redaksi|pembaca", "related-link", 0, 0 },
  { "pilihan|rekomendasi editor|redaksi : *", "related-link", 0, 30 },
  { "recommended|more|up next|from|on|this * medium|author|story|topic|this|blog|site|section", "related-link",
    0, 9 },
  { "more from *", "related-link", TITLED | AROUND, 8 },
  { "you|anda|kamu may|might|mungkin|juga also|juga|akan|mungkin|tertarik|suka|menyukai like|enjoy|suka|menyukai|"
    "tertarik|be|menyukainya *",
    "related-link", 0, 8 },
  { "anda|kamu mungkin suka|tertarik|menyukai *", "related-link", 0, 7 },
  { "most read|popular|viewed|shared|watched|commented *", "related-link", 0, 4 },
  { "lihat|baca|temukan konten|artikel|berita|tulisan|video * selengkapnya|lainnya|lain", "related-link", 0, 14 },
  { "lihat|baca|simak * selengkapnya", "related-link", 0, 9 },
  { "postingan|pos|posting|popular populer|terpopuler|posts dari|from blog|this ini|blog", "related-link", 0, 0 },
  { "baca|ikuti|temukan|simak konten-konten|artikel-artikel|konten|artikel|berita|tulisan menarik|terbaru|"
    "terkini|lainnya|lain|pilihan *",
    "related-link", SENTENCE, 45 },
  { "tonton|saksikan|watch|simak|lihat video|juga|: *", "related-link", 0, 24 },
  { "main|artikel|further article|utama|information : *", "related-link", 0, 12 },

  { "lihat|perbesar|zoom|enlarge|view|open|buka foto|gambar|image|photo|gallery|galeri|images|photos *",
    "caption", 0, 4 },
  { "foto|photo|photograph|caption|photos : *", "caption", SENTENCE, 40 },
  { "gambar|image|ilustrasi|illustration|picture|pictures|foto-foto|infografis|video : *", "caption", 0, 16 },
  { "image|keterangan caption|gambar *", "caption", SENTENCE, 45 },
  { "image|sumber source|gambar *", "caption", 0, 10 },
  { "... sumber ilustrasi|foto|gambar : *", "caption", AROUND | SENTENCE, 40 },
  { "image|photo|kredit|sumber|keterangan|picture|foto|photos source|credit|caption|credits|foto|gambar|"
    "ilustrasi|sampul *", "caption", AROUND | SENTENCE, 45 },
  { "image|photo|kredit|sumber|keterangan|picture|photos source|credit|caption|credits|foto|gambar|ilustrasi :|"
    "getty|reuters|afp|epa *", "caption", SENTENCE, 45 },
  { "photo|image|photograph|foto|photos|picture by|oleh|from|courtesy|via *", "caption", NAMES, 14 },
  { "getty|shutterstock|unsplash|pixabay|pexels|istockphoto|freepik images|/|com", "caption", 0, 0 },
  { "getty images *", "caption", 0, 6 },
  { "shutterstock|unsplash|pixabay|pexels|istockphoto|istock|freepik|shutterstock.com|freepik.com", "caption", 0, 0 },

  { "konten|artikel|tulisan|content dari|from|by pengguna|users|user|pembaca", "disclaimer", 0, 0 },
  { "... tidak mewakili pandangan|sikap|pendapat|kebijakan|opini * redaksi *", "disclaimer", SENTENCE, 45 },
  { "... bukan|tidak mencerminkan|merupakan|menjadi pandangan|sikap|pendapat|tanggung|opini * redaksi *",
    "disclaimer", SENTENCE, 45 },
  { "... menjadi tanggung jawab bloger|blogger|komentator|kompasianer|kontributor *", "disclaimer", SENTENCE, 45 },
  { "isi|seluruh|segala|artikel|konten|tulisan * sepenuhnya|sepenuhnya * tanggung jawab penulis *",
    "disclaimer", SENTENCE, 30 },
  { "this article is more than # years|months|year|month old", "disclaimer", 0, 0 },
  { "... does|do not work for consult own shares in *", "disclaimer", SENTENCE, 0 },
  { "... provides funding as a member of the conversation *", "disclaimer", SENTENCE, 24 },
  { "we believe in the free flow of information", "disclaimer", 0, 0 },
  { "republish our|this articles|article *", "share-link", SENTENCE, 20 },
  { "write an article and join *", "follow-link", SENTENCE, 30 },
  { "partners", "menu", WEAK, 0 },
  { "view|read|open this email|newsletter|message in|on your|the browser|web", "menu", 0, 0 },
  { "you are receiving|getting this email|newsletter|message because *", "newsletter", SENTENCE, 30 },
  { "you received this email|newsletter|message because *", "newsletter", SENTENCE, 30 },
  { "unsubscribe|berhenti from|update|manage|berlangganan|here|preferences *", "newsletter", 0, 10 },
  { "substack is the home *", "copyright", 0, 8 },
  { "this work|article|artikel|karya is|ini licensed|dilisensikan|berlisensi under|di|dengan *", "copyright", SENTENCE, 30 },
  { "how to cite|cite this *", "menu", AROUND | WEAK, 5 },
  { "downloads|download|pdf|issue|section|license|lisensi|unduhan|terbitan|bagian|epub", "menu", AROUND | WEAK, 0 },
  { "want to write", "follow-link", 0, 0 },
  { "cc by|by-nd|by-sa|by-nc|0 nd|sa|nc", "copyright", 0, 0 },
  { "disclaimer|penafian : *", "disclaimer", SENTENCE, 60 },
  { "the views|opinions|views|opinion|disclaimer * expressed|article * author|authors|author's|writer * not|own "
    "*", "disclaimer", SENTENCE, 60 },
  { "artikel|berita|konten|tulisan ini telah|sudah|pertama|pernah tayang|dimuat|diterbitkan|terbit|"
    "dipublikasikan|kali * dengan|di|pada judul|laman|situs|kompas.com|tribunnews.com *",
    "disclaimer", SENTENCE, 50 },
  { "this article|post|story|piece|essay was|first|originally originally|first|appeared|published|appeared "
    "published|appeared|in|on *", "disclaimer", SENTENCE | AROUND, 30 },

  { "... this|our site|website uses|use cookies *", "cookie-notice", SENTENCE, 70 },
  { "we|kami use|menggunakan cookies|cookie to|untuk|and|dan|on|di * experience|site|website|website's|you|your|"
    "anda|situs|pengalaman|layanan *",
    "cookie-notice", SENTENCE, 70 },
  { "situs|website|laman ini|kami menggunakan cookie|cookies|kuki *", "cookie-notice", SENTENCE, 70 },
  { "accept|reject|manage|terima|tolak|setuju|allow all|cookies|cookie|semua|preferences cookies|cookie|kuki|"
    "preferences|settings", "cookie-notice", 0, 0 },
  { "accept|reject|manage|terima|tolak|allow all|cookies|cookie|semua|preferences", "cookie-notice", WEAK, 0 },
};

const guint telaah_n_phrases = G_N_ELEMENTS (telaah_phrases);
