#!/bin/sh
# Builds the sample project from the articles beside this script. Articles, authors and outlets are invented.
# SPDX-License-Identifier: GPL-3.0-or-later
set -eu

if [ $# -ne 3 ]; then
  echo "usage: build.sh TELAAH_CLI SRCDIR OUTPUT" >&2
  exit 2
fi
cli=$1
src=$2
project=$3

# verb VERB ARGUMENT…
verb () {
  verb_name=$1
  shift
  "$cli" "$verb_name" "$project" "$@" >/dev/null
}

# treated|implicit|silent POINT SOURCE [SUMMARY [OPTION…]]
cell () {
  cell_status=$1 cell_point=$2 cell_source=$3
  shift 3
  verb cell "$cell_point" "$cell_source" --status "$cell_status" ${1+--summary "$@"}
}
treated () { cell treated "$@"; }
implicit () { cell implicit "$@"; }
silent () { cell silent "$@"; }

# english POINT SOURCE SUMMARY
english () { verb cell "$1" "$2" --translation "$3"; }

# rests_on POINT SOURCE WORDS START END: those words of the summary on the passage from START to END
rests_on () {
  before=$("$cli" cell "$project" "$1" "$2" | cut -f 3)
  before=${before%%"$3"*}
  passage=$("$cli" passages "$project" --source "$2" | awk -F '\t' -v s="$4" -v e="$5" '$3 == s && $4 == e { print $1; exit }')
  verb link "$1" "$2" "${#before}" $((${#before} + ${#3})) "$passage"
}

# themes NAME…: what a point stands for
themes () {
  printf 'themes='
  for name; do
    printf '%s ' "$("$cli" themes "$project" --theme "$name" | cut -f 1)"
  done
}

rm -f -- "$project" "$project-wal" "$project-shm" "$project-journal"

verb create --title 'Diplomasi digital: lima bacaan' --language id \
  --question 'Tantangan dan manfaat apa yang dilihat kelima tulisan dalam diplomasi digital, dan di mana mereka menempatkan Indonesia?'
verb set-project second-language=en

# Texts. Whatever an article does not tell stays unset.

verb import "$src/kabel-laut.txt" "$src/duta-layar.txt" "$src/forum-kawasan.txt" \
  "$src/gerbang-siber.txt" "$src/catatan-addis.txt"

verb set-source kabel-laut title='Kabel laut dan kata-kata' author='Larasati Handoyo' \
  publisher='Jurnal Bahari' date=2021 language=id
verb set-source duta-layar title='Duta besar di layar kecil' author='Teuku Alamsyah Putra' \
  publisher='Harian Selat' date=2023-11-02 url=https://harian-selat.example/opini/duta-besar-di-layar-kecil language=id
verb set-source forum-kawasan title='Forum kawasan, suara bersama' author='Maria Goreti Leki' \
  publisher='Majalah Nusa Raya' date=2019-10-14 language=id
verb set-source gerbang-siber title='Siapa menjaga gerbang siber?' \
  url=https://sauh-siber.example/siapa-menjaga-gerbang-siber language=id
verb set-source catatan-addis title='Catatan dari Addis' author='Nurlela Siregar' \
  publisher='Jurnal Antarbenua' date=2022 language=id

# What an attribute is for: sources can be told apart by it, and a point can be of some of them alone.
verb set-source kabel-laut attribute:Jenis=jurnal
verb set-source duta-layar attribute:Jenis=koran
verb set-source forum-kawasan attribute:Jenis=majalah
verb set-source gerbang-siber attribute:Jenis=laman
verb set-source catatan-addis attribute:Jenis=jurnal

# Who wrote it stands below the last line, and is no heading.
verb mark duta-layar 2696 2738 clutter

# Themes. The first three come first, so that they have the digits 1 to 3.

verb theme 'Tantangan' --color '#C04F00' \
  --description 'Apa yang mengancam, menghambat, atau timpang. Bukan untuk keluhan tentang diplomasi pada umumnya.'
verb theme 'Manfaat' --color '#00795A' \
  --description 'Apa yang menjadi lebih baik karena alat digital, juga bila penulis meragukannya kemudian.'
verb theme 'Peran Indonesia' --color '#0B63A8' \
  --description 'Apa yang dilakukan atau diharapkan dari Indonesia, juga bila negara itu tidak disebut namanya.'
verb theme 'Keamanan siber' --parent 'Tantangan' --color '#54077D' \
  --description 'Penyusupan, penyadapan, pemalsuan. Salah kutip tanpa niat jahat masuk ke Tantangan.'
verb theme 'Kesenjangan digital' --parent 'Tantangan' --color '#571D11' \
  --description 'Siapa yang tidak tersambung, tidak terlatih, atau tidak terdengar.'
verb theme 'Partisipasi' --parent 'Manfaat' --color '#980330' \
  --description 'Siapa yang ikut bicara: negara kecil, warga, organisasi. Juga bila yang dicatat ketiadaannya.'
verb theme 'Efisiensi' --parent 'Manfaat' --color '#56616E' \
  --description 'Waktu, biaya, dan tenaga yang dihemat.'

verb tag --from "$src/passages.jsonl"

# The outline: a point for each theme, in the same tree.

verb point 'Tantangan' --theme 'Tantangan'
verb point 'Keamanan siber' --theme 'Keamanan siber' --parent 'Tantangan'
verb point 'Kesenjangan digital' --theme 'Kesenjangan digital' --parent 'Tantangan'
verb point 'Manfaat' --theme 'Manfaat'
verb point 'Partisipasi' --theme 'Partisipasi' --parent 'Manfaat'
verb point 'Efisiensi' --theme 'Efisiensi' --parent 'Manfaat'
verb point 'Peran Indonesia' --theme 'Peran Indonesia'

verb set-point 'Tantangan' question='Apa yang mengancam, menghambat atau timpang?'
verb set-point 'Keamanan siber' question='Siapa yang bisa masuk, menyadap atau mengubah, dan siapa yang berjaga?'
verb set-point 'Kesenjangan digital' question='Siapa yang tertinggal, dan karena apa: jaringan, bahasa atau undangan?'
verb set-point 'Manfaat' question='Apa yang menjadi lebih baik, dan bagi siapa?'
verb set-point 'Partisipasi' question='Siapa yang kini ikut bicara, dan siapa yang mendengarkannya?'
verb set-point 'Efisiensi' question='Apa yang dihemat, dan ke mana perginya?'
verb set-point 'Peran Indonesia' question='Apa yang dilakukan Indonesia, dan apa yang diharapkan darinya?'

# Cells. A cell without a line here is not yet read: Keamanan siber in Addis, Kesenjangan digital in two sources,
# Partisipasi in kabel-laut, Efisiensi in forum-kawasan.

treated 'Tantangan' kabel-laut \
  'Setiap saluran baru membuka pintu bagi penyusup, dan kabelnya sendiri rapuh. Siapa yang membayar pengamanannya tidak pernah dibicarakan.'
treated 'Tantangan' duta-layar \
  'Risikonya salah kutip dan janji di depan pengikut, bukan peretasan: utas yang dipotong menjadi kebijakan yang tak pernah ada.'
treated 'Tantangan' forum-kawasan \
  'Kesenjangan di dalam negeri lebih berat daripada serangan. Alat tanpa pelatihan hanya memindahkan antrean ke layar.'
treated 'Tantangan' gerbang-siber \
  'Hampir seluruh tulisan: gerbang tanpa penjaga, hukum yang tertinggal, dan pelaku yang sulit dibuktikan.'
implicit 'Tantangan' catatan-addis \
  'Tidak dibahas sebagai tantangan; hanya tampak ketika listrik padam dan tiga delegasi hilang dari layar.'

treated 'Keamanan siber' kabel-laut \
  'Kabel laut bisa disadap di tempat ia mendarat; setiap saluran baru adalah pintu baru.'
silent 'Keamanan siber' duta-layar
implicit 'Keamanan siber' forum-kawasan \
  'Diakui sambil lalu: situs bisa tumbang, tetapi tembok tinggi bukan jawaban bagi mereka yang belum tersambung.'
treated 'Keamanan siber' gerbang-siber \
  'Setiap kedutaan adalah sasaran. Yang paling berbahaya bukan data yang dicuri, melainkan data yang diubah.'

treated 'Kesenjangan digital' kabel-laut \
  'Kota bicara, pulau luar mendengar: kabel tidak mendarat di semua tempat.'
treated 'Kesenjangan digital' forum-kawasan \
  'Inti tulisan. Jurang di dalam negeri lebih lebar daripada antarnegara, dan bukan hanya soal jaringan: juga bahasa, pelatihan, dan siapa yang diundang.'
treated 'Kesenjangan digital' catatan-addis \
  'Sambungan yang putus menyingkirkan peserta dari kota kecil, tetapi ketua sidang menunggu mereka.'

treated 'Manfaat' kabel-laut \
  'Nyata dan diakui di muka: hemat biaya, dan kursi bagi kedutaan kecil. Lalu penulis menghitung harganya.'
treated 'Manfaat' duta-layar \
  'Warga menyapa negaranya tanpa perantara, dan percakapan kecil menumbuhkan rasa percaya.'
treated 'Manfaat' forum-kawasan \
  'Terasa di tingkat kawasan: negara kecil dapat mengirim ahli dan menanggapi rancangan pada hari yang sama.'
silent 'Manfaat' gerbang-siber \
  'Tidak ada manfaat yang dikemukakan sebagai manfaat.'
treated 'Manfaat' catatan-addis \
  'Naskah bersama membuat perubahan terlihat beserta pengusulnya; ruang rapat lebih sulit dikuasai segelintir orang.'

treated 'Partisipasi' duta-layar \
  'Warga perorangan: pekerja migran yang tidak bisa datang ke kedutaan tetap bisa mengirim pesan.'
treated 'Partisipasi' forum-kawasan \
  'Organisasi warga boleh bertanya secara tertulis, tetapi banyak pihak baru dimintai pendapat setelah naskah rapi.'
silent 'Partisipasi' gerbang-siber
treated 'Partisipasi' catatan-addis \
  'Ukuran keberhasilan yang utama: negara yang dulu absen kini mengubah naskah, dan setiap tanggapan warga wajib dijawab.'

treated 'Efisiensi' kabel-laut \
  'Tiga penerbangan menjadi satu sore.'
treated 'Efisiensi' duta-layar \
  'Satu unggahan menggantikan ratusan panggilan telepon, sehingga petugas bisa menjemput orang.'
implicit 'Efisiensi' gerbang-siber \
  'Pesan memang lebih cepat, tetapi penghematannya dianggap habis untuk sekali pemulihan.'
treated 'Efisiensi' catatan-addis \
  'Dua putaran perundingan menjadi satu hari; biaya turun sepertiga dan sisanya membayar juru bahasa isyarat.'

treated 'Peran Indonesia' kabel-laut \
  'Tuan rumah percakapan, bukan penjaga gerbang; berkepentingan atas kabel yang tidak dapat dijaganya sendiri.'
treated 'Peran Indonesia' duta-layar \
  'Punya modal berupa warga dan diaspora yang gemar bercakap, tetapi modal itu belum diolah menjadi peran.'
treated 'Peran Indonesia' forum-kawasan \
  'Pemrakarsa pertemuan kawasan di Jakarta pada 2019, sebagai sesama murid dan bukan guru.'
implicit 'Peran Indonesia' gerbang-siber \
  'Negara tidak disebut. Menteri dari negeri berpulau belasan ribu menawarkan jembatan, dan penulis meragukannya.'
silent 'Peran Indonesia' catatan-addis

verb set-point 'Tantangan' \
  similarities='Tidak seorang pun menganggap alat digital netral: selalu ada yang menanggung harganya.' \
  differences='Siapa yang dirugikan? Perunding (kabel, gerbang), duta besar yang salah dikutip (layar), atau mereka yang belum tersambung (forum, Addis).'
verb set-point 'Keamanan siber' \
  similarities='Kabel dan gerbang sama-sama takut pada pihak yang masuk tanpa terlihat.' \
  differences='Bagi gerbang inilah seluruh persoalan; bagi forum hanya catatan pinggir; layar diam sama sekali.'
verb set-point 'Partisipasi' \
  similarities='Layar, forum, dan Addis melihat orang yang dulu menunggu di luar kini ikut bicara.' \
  differences='Layar berbicara tentang warga perorangan, forum tentang organisasi, Addis tentang negara kecil. Gerbang tidak bertanya siapa yang ikut.'
verb set-point 'Peran Indonesia' \
  similarities='Kabel dan forum sama-sama melihat Indonesia sebagai pihak yang mengundang, bukan yang mengatur.' \
  differences='Gerbang meragukan pemandu yang belum menjaga rumahnya sendiri; layar masih melihat modal yang belum diolah; Addis diam.'

# Words of summaries, each on the one passage that bears it out. In ASCII: the shell may count bytes.

rests_on 'Tantangan' kabel-laut 'Setiap saluran baru membuka pintu bagi penyusup' 671 729
rests_on 'Tantangan' kabel-laut 'kabelnya sendiri rapuh' 842 1065
rests_on 'Tantangan' kabel-laut 'Siapa yang membayar pengamanannya' 1272 1400
rests_on 'Tantangan' duta-layar 'janji di depan pengikut' 1810 1968
rests_on 'Tantangan' duta-layar 'utas yang dipotong' 1317 1422
rests_on 'Tantangan' forum-kawasan 'Kesenjangan di dalam negeri' 732 817
rests_on 'Tantangan' forum-kawasan 'memindahkan antrean ke layar' 1073 1161
rests_on 'Tantangan' gerbang-siber 'hukum yang tertinggal' 975 1024
rests_on 'Tantangan' gerbang-siber 'pelaku yang sulit dibuktikan' 1228 1428
rests_on 'Tantangan' catatan-addis 'tiga delegasi hilang dari layar' 1394 1453
rests_on 'Peran Indonesia' kabel-laut 'Tuan rumah percakapan, bukan penjaga gerbang' 1910 1976
rests_on 'Peran Indonesia' kabel-laut 'tidak dapat dijaganya sendiri' 2322 2373
rests_on 'Peran Indonesia' forum-kawasan 'Pemrakarsa pertemuan kawasan' 1968 2042
rests_on 'Peran Indonesia' forum-kawasan 'sesama murid dan bukan guru' 2248 2355

# Some of them in the second language.

english 'Tantangan' kabel-laut \
  'Every new channel opens a door to intruders, and the cable itself is fragile. Who pays for guarding it is never discussed.'
english 'Tantangan' duta-layar \
  'The risk lies in being misquoted and in promises made to followers, not in hacking: a thread cut short becomes a policy that never was.'
english 'Tantangan' forum-kawasan \
  'The gap at home weighs more than any attack. Tools without training only move the queue onto the screen.'
english 'Tantangan' gerbang-siber \
  'Nearly the whole article: a gate without guards, law that lags behind, and attackers against whom little can be proved.'
english 'Tantangan' catatan-addis \
  'Not discussed as a challenge; it shows only when the power fails and three delegations vanish from the screen.'
english 'Peran Indonesia' kabel-laut \
  'Host of the conversation, not keeper of the gate; it has a stake in cables that it cannot guard alone.'
english 'Peran Indonesia' duta-layar \
  'Its capital is citizens and a diaspora who love to talk, but that capital has yet to be made into a role.'
english 'Peran Indonesia' forum-kawasan \
  'It called the regional meeting in Jakarta in 2019, as a fellow student and not a teacher.'
english 'Peran Indonesia' gerbang-siber \
  'No country is named. A minister from a land of well over ten thousand islands offers a bridge, and the author doubts it.'

# A second outline, of free points: of several themes, and of a theme in some of the sources. The first is filled in,
# the others wait for the seminar.

verb add-outline 'Untuk seminar'

verb point 'Siapa bicara, siapa menunggu' --outline 'Untuk seminar'
verb set-point 'Siapa bicara' --outline 'Untuk seminar' "$(themes 'Partisipasi' 'Kesenjangan digital')" \
  question='Siapa yang kini ikut berbicara, dan siapa yang masih menunggu di luar?' \
  similarities='Semua kecuali gerbang melihat orang yang dulu tidak ikut kini berbicara.' \
  differences='Yang menunggu itu kampung (kabel) atau mereka yang baru dimintai pendapat setelah naskah rapi (forum); di Addis merekalah yang ditunggu. Layar hampir tidak menyebut mereka.'
verb point 'Yang dihemat, yang dibayar' --outline 'Untuk seminar'
verb set-point 'Yang dihemat' --outline 'Untuk seminar' "$(themes 'Efisiensi' 'Keamanan siber')" \
  question='Sepadankah yang dihemat dengan penjagaan yang harus dibayar?'
verb point 'Tuan rumah, murid atau pemandu' --theme 'Peran Indonesia' --outline 'Untuk seminar'
verb set-point 'Tuan rumah' --outline 'Untuk seminar' \
  question='Kata mana yang paling tepat untuk Indonesia, dan bagi tulisan yang mana?'
verb point 'Menurut jurnal' --theme 'Peran Indonesia' --parent 'Tuan rumah' --outline 'Untuk seminar'
verb set-point 'Menurut jurnal' --outline 'Untuk seminar' attribute=Jenis value=jurnal \
  question='Apakah jurnal melihat Indonesia dengan cara lain daripada koran dan laman?'

treated 'Siapa bicara' kabel-laut \
  'Kedutaan kecil kini punya kursi; kampung di pulau luar hanya mendengar.' --outline 'Untuk seminar'
treated 'Siapa bicara' duta-layar \
  'Warga menyapa negaranya langsung; pekerja migran yang tidak bisa datang tetap bisa mengirim pesan.' --outline 'Untuk seminar'
treated 'Siapa bicara' forum-kawasan \
  'Organisasi warga boleh bertanya; perempuan, tunanetra, dan pejabat daerah menunggu sampai naskah rapi.' --outline 'Untuk seminar'
silent 'Siapa bicara' gerbang-siber \
  'Tidak bertanya siapa yang ikut, hanya siapa yang masuk.' --outline 'Untuk seminar'
treated 'Siapa bicara' catatan-addis \
  'Negara yang dulu absen mengubah naskah; yang terputus ditunggu sampai tersambung lagi.' --outline 'Untuk seminar'
silent 'Tuan rumah' catatan-addis '' --outline 'Untuk seminar'
silent 'Menurut jurnal' catatan-addis '' --outline 'Untuk seminar'

# Words that count as one in a search, where somebody switches that on. No word is in two groups.
verb set-synonyms manfaat keuntungan kelebihan keunggulan faedah
verb set-synonyms tantangan hambatan kendala rintangan masalah
verb set-synonyms peluang kesempatan
verb set-synonyms kesenjangan jurang ketimpangan
verb set-synonyms serangan peretasan pembobolan penyusupan
verb set-synonyms penyerang peretas penyusup
verb set-synonyms kedutaan perwakilan konsulat
verb set-synonyms perundingan negosiasi tawar-menawar
verb set-synonyms rapat sidang pertemuan
verb set-synonyms biaya ongkos anggaran
verb set-synonyms daring 'dalam jaringan' online

# Notes, beside those on passages.
verb note --coder rahma project \
  'Untuk seminar: bandingkan **siapa yang berbicara** di tiap tulisan, lalu *siapa yang menanggung harganya*. Sel yang masih kosong dibagi pada pertemuan pertama.'
verb note --coder wibowo gerbang-siber \
  'Penulis dan tanggalnya tidak disebut. Jangan ditebak; tanyakan kepada redaksi.'
verb note --coder rahma 'Peran Indonesia' \
  'Batasnya dengan *Manfaat* masih kabur: tuan rumah itu peran, kursi yang bertambah itu manfaat.'

# Tagged after the summaries were written: Keamanan siber in kabel-laut is now stale.
verb tag --from "$src/passages-later.jsonl"
