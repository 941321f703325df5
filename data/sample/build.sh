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

# treated|implicit|silent POINT SOURCE [SUMMARY]
treated () { verb cell "$1" "$2" --status treated --summary "$3"; }
implicit () { verb cell "$1" "$2" --status implicit --summary "$3"; }
silent () { verb cell "$1" "$2" --status silent ${3+--summary "$3"}; }

rm -f -- "$project" "$project-wal" "$project-shm" "$project-journal"

verb create --title 'Diplomasi digital: lima bacaan' --language id \
  --question 'Tantangan dan manfaat apa yang dilihat kelima tulisan dalam diplomasi digital, dan di mana mereka menempatkan Indonesia?'

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

# What an attribute is for: sources can be told apart by it.
verb set-source kabel-laut 'attribute:Jenis=esai'
verb set-source duta-layar 'attribute:Jenis=opini'
verb set-source forum-kawasan 'attribute:Jenis=laporan'
verb set-source gerbang-siber 'attribute:Jenis=opini'
verb set-source catatan-addis 'attribute:Jenis=catatan lapangan'

# Who wrote it stands below the last line, and is no heading.
verb mark duta-layar 2696 2738 clutter

# Themes. The first three come first, so that they have the digits 1 to 3.

verb theme 'Tantangan' --color '#C04F00' \
  --description 'Apa yang mengancam, menghambat, atau timpang. Bukan untuk keluhan tentang diplomasi pada umumnya.'
verb theme 'Manfaat' --color '#00795A' \
  --description 'Apa yang menjadi lebih baik karena alat digital, juga bila penulis meragukannya kemudian.'
verb theme 'Peran Indonesia' --color '#0B63A8' \
  --description 'Apa yang dilakukan atau diharapkan dari Indonesia, juga bila negara itu tidak disebut namanya.'
verb theme 'Keamanan siber' --parent 'Tantangan' --color '#8A4F9E' \
  --description 'Penyusupan, penyadapan, pemalsuan. Salah kutip tanpa niat jahat masuk ke Tantangan.'
verb theme 'Kesenjangan digital' --parent 'Tantangan' --color '#5E4A08' \
  --description 'Siapa yang tidak tersambung, tidak terlatih, atau tidak terdengar.'
verb theme 'Partisipasi' --parent 'Manfaat' --color '#8A1550' \
  --description 'Siapa yang ikut bicara: negara kecil, warga, organisasi. Juga bila yang dicatat ketiadaannya.'
verb theme 'Efisiensi' --parent 'Manfaat' --color '#46546B' \
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

# Notes, beside those on passages.
verb note --coder rahma project \
  'Untuk seminar: bandingkan **siapa yang berbicara** di tiap tulisan, lalu *siapa yang menanggung harganya*. Sel yang masih kosong dibagi pada pertemuan pertama.'
verb note --coder wibowo gerbang-siber \
  'Penulis dan tanggalnya tidak disebut. Jangan ditebak; tanyakan kepada redaksi.'
verb note --coder rahma 'Peran Indonesia' \
  'Batasnya dengan *Manfaat* masih kabur: tuan rumah itu peran, kursi yang bertambah itu manfaat.'

# Tagged after the summaries were written: Keamanan siber in kabel-laut is now stale.
verb tag --from "$src/passages-later.jsonl"
