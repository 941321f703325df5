"""An article coded from its first sentence to its last by keys alone: the mouse is never touched.

    keyboard.py TELAAH TELAAH_CLI
SPDX-License-Identifier: GPL-3.0-or-later
"""
import json
import re
import subprocess
import sys

from driver import App, Desk, Failure, until

TELAAH, CLI = sys.argv[1:3]

SENTENCES = [
    'Perahu baca datang setiap Selasa pagi.',
    'Dr. Sari Wulandari, M.Pd. menghitung ada tiga ratus buku di dalamnya.',
    'Anak-anak menunggu di dermaga sejak pukul enam.',
    'Bahan bakar mahal, dan cuaca buruk menghentikan perahu berminggu-minggu.',
    'Menurut laporan dinas (hlm. 12), anggaran tahun ini turun separuh.',
    'Buku yang basah tidak dapat dipinjamkan lagi.',
    'Para sukarelawan, mis. guru dan nelayan, menjemur buku di atap.',
    'Minat baca naik dua kali lipat dalam setahun.',
    'Ibu-ibu belajar menghitung harga ikan dari buku resep.',
    'Perahu baca menjadi tempat bertemu antarkampung.',
    'Kata H. Mansur, kepala desa, pulau itu tidak lagi sunyi.',
    'Penutup singkat ditulis oleh panitia.',
    'Perahu baca akan berlayar lagi bulan depan.',
]
ARTICLE = ('Perpustakaan Keliling di Pulau Kecil\n\n%s %s %s\n\nADVERTISEMENT\n\nTantangan di Laut\n\n%s %s %s %s\n\n'
           'Manfaat bagi Warga\n\n%s %s %s %s\n\n%s %s\n' % tuple(SENTENCES))
ADDED = 'Laporan panjang. '
CORRECTED = ARTICLE.replace(SENTENCES[0], ADDED + SENTENCES[0])
BESIDE = 'Sekolah terapung libur pada hari Jumat. Perahu baca singgah di sana setiap bulan.\n'

done = 0


def step(text):
    global done
    done += 1
    print('ok %d - %s' % (done, text), flush=True)


def cli(*words):
    return json.loads(subprocess.run([CLI, *words, '--json'], check=True, capture_output=True, text=True).stdout)


class Coder:
    """Somebody with a keyboard, at an article of a project."""

    def __init__(self, app, project):
        self.app = app
        self.project = project

    def key(self, *keys):
        self.app.key(*keys)

    def passages(self, source='perahu'):
        """Quote, names of themes and notes of each, in text order; each quote is what stands in the text."""
        names = {theme['id']: theme['name'] for theme in cli('themes', self.project)}
        return [(p['quote'], [names[t] for t in p['themes']], p['notes'])
                for p in cli('passages', self.project, '--source', source)]

    def is_on(self, words):
        """The focus is in the text, and the sentence cursor, or the selection, on these words of it."""
        text = self.app.need_focus('text', 'Text')
        until(lambda: self.app.selection(text) == words,
              lambda: '“%s” selected; it is “%s”' % (words, self.app.selection(text)))

    def expect(self, quote, *themes, notes=(), source='perahu'):
        """A passage of these words, under these themes."""
        until(lambda: (quote, list(themes), list(notes)) in self.passages(source),
              lambda: '%r under %r in %r' % (quote, themes, self.passages(source)))
        self.app.need_focus('text', 'Text')

    def expect_none(self, quote):
        until(lambda: quote not in [p[0] for p in self.passages()], lambda: 'no %r in %r' % (quote, self.passages()))
        self.app.need_focus('text', 'Text')

    def is_at(self, quote):
        """The focus is in the text, and this passage is selected: its card is."""
        self.app.need_focus('text', 'Text')
        selected = self.app.desk.atspi.StateType.SELECTED
        name = '~(Layanan|Tantangan|Manfaat|Perahu): ' + re.escape(quote[:40]) + '.*'
        until(lambda: (card := self.app.look('row', name)) and card.get_state_set().contains(selected),
              lambda: '“%s” selected' % quote)

    def tab_to(self, role, name, key='Tab'):
        for _ in range(20):
            if self.app.has_focus(role, name):
                return
            self.key(key)
        raise Failure('%s does not lead to %s “%s”' % (key, role, name))

    def undo(self, until_it_is):
        """One step, after which the passages are as they were."""
        self.key('ctrl+z')
        until(lambda: self.passages() == until_it_is, lambda: '%r after an undo, not\n%r' % (until_it_is, self.passages()))
        self.app.need_focus('text', 'Text')


def sentence_by_sentence(coder):
    coder.key('Right')
    coder.is_on(SENTENCES[0])
    coder.key('t')
    coder.app.need_focus('text', 'Theme')
    coder.app.type('Layanan')
    coder.key('Return')
    coder.expect(SENTENCES[0], 'Layanan')
    step('the first sentence under a theme that the palette makes')

    coder.key('Right')
    coder.is_on(SENTENCES[1])
    coder.key('t')
    coder.app.need_focus('text', 'Theme')
    coder.key('Escape')
    coder.is_on(SENTENCES[1])
    coder.key('1')
    coder.expect(SENTENCES[1], 'Layanan')
    step('the next one with a digit')

    # Over the advertisement and the heading between the sections.
    coder.key('Right', 'Right')
    coder.is_on(SENTENCES[3])
    coder.key('shift+Right')
    coder.is_on(SENTENCES[3] + ' ' + SENTENCES[4])
    coder.key('t')
    coder.app.type('Tantangan')
    coder.key('Return')
    coder.expect(SENTENCES[3] + ' ' + SENTENCES[4], 'Tantangan')
    step('two sentences at once; neither advertisement nor heading is one')

    coder.key('Right')
    coder.is_on(SENTENCES[5])
    coder.key('ctrl+Right')
    coder.is_on('Buku')
    coder.key('ctrl+shift+Right', 'ctrl+shift+Right', 'ctrl+shift+Right')
    coder.is_on('Buku yang basah tidak')
    coder.key('ctrl+shift+Left')
    coder.is_on('Buku yang basah')
    coder.key('t')
    coder.app.type('tgn')
    coder.key('Return')
    coder.expect('Buku yang basah', 'Tantangan')
    step('three words, widened and narrowed one by one, under a theme found by three of its letters')


def notes_and_repetition(coder):
    coder.key('Right')
    coder.is_on(SENTENCES[6])
    coder.key('r')
    coder.expect(SENTENCES[6], 'Tantangan')
    coder.key('n')
    coder.app.type('siapa mereka?')
    coder.key('ctrl+Return')
    coder.expect(SENTENCES[6], 'Tantangan', notes=['siapa mereka?'])
    step('the last tag repeated, and a note on it')

    coder.key('Right')
    coder.is_on(SENTENCES[7])
    coder.key('t')
    coder.app.type('Manfaat')
    coder.key('Tab')
    coder.app.type('sejak kapan?')
    coder.key('Return')
    coder.expect(SENTENCES[7], 'Manfaat', notes=['sejak kapan?'])
    step('theme and note in one go')


def clutter(coder):
    coder.tab_to('button', 'Accept All', 'shift+Tab')
    coder.key('space')
    until(lambda: [(m['quote'], m['state']) for m in cli('marks', coder.project, '--kind', 'clutter')]
          == [('ADVERTISEMENT', 'accepted')], 'the advertisement to be accepted as clutter')
    coder.app.need_focus('text', 'Text')
    step('what was proposed as clutter accepted; the focus is in the text again')


def what_is_left(coder):
    coder.key('shift+u')
    coder.is_on(SENTENCES[2])
    coder.key('1')
    coder.expect(SENTENCES[2], 'Layanan')
    for number, key, theme in ((8, '3', 'Manfaat'), (9, 'r', 'Manfaat'), (10, '3', 'Manfaat')):
        coder.key('u')
        coder.is_on(SENTENCES[number])
        coder.key(key)
        coder.expect(SENTENCES[number], theme)
    step('from one sentence without a passage to the next, back and forth')

    coder.key('u')
    coder.is_on(SENTENCES[11])
    coder.key('ctrl+shift+k')
    until(lambda: SENTENCES[11] in [m['quote'] for m in cli('marks', coder.project, '--kind', 'clutter')], 'the mark')
    assert SENTENCES[11] not in [s['quote'] for s in cli('sentences', coder.project)]
    coder.key('u')
    coder.is_on(SENTENCES[12])
    coder.key('1')
    coder.expect(SENTENCES[12], 'Layanan')
    coder.key('u')
    coder.is_on('')
    coder.key('shift+u')
    coder.is_on('')
    spans = [(p['start'], p['end']) for p in cli('passages', coder.project)]
    assert all(any(start < s['end'] and s['start'] < end for start, end in spans)
               for s in cli('sentences', coder.project)), 'a sentence is left'
    step('what is no body text marked as clutter, and then no sentence is left')


def there_and_back(coder):
    before = coder.passages()

    coder.is_at(SENTENCES[12])
    coder.key('alt+Up')
    coder.is_at(SENTENCES[10])
    coder.key('Delete')
    coder.expect_none(SENTENCES[10])
    coder.undo(before)
    coder.key('Right')
    coder.is_on(SENTENCES[10])
    step('the passage before untagged and brought back; one goes on from there')

    coder.key('ctrl+Home', 'alt+Down')
    coder.is_at(SENTENCES[0])
    coder.key('alt+Next', 'alt+Next')
    coder.is_at(SENTENCES[2])
    coder.key('alt+Next')
    coder.is_at(SENTENCES[12])
    coder.key('alt+Prior')
    coder.is_at(SENTENCES[2])
    coder.key('Escape', 'Right')
    coder.is_on(SENTENCES[2])
    step('to the next passage of the same theme, wherever it is')


def borders(coder):
    before = coder.passages()
    words, sentence = 'Buku yang basah', SENTENCES[5]

    coder.key('alt+Down', 'alt+Down', 'alt+Down')
    coder.is_at(words)
    moves = (('bracketright', words + ' tidak'), ('braceright', words), ('braceleft', 'yang basah'),
             ('bracketleft', words), ('alt+shift+Right', words + ' tidak'), ('alt+shift+Left', words),
             ('alt+shift+Down', sentence), ('ctrl+bracketleft', SENTENCES[4] + ' ' + sentence),
             ('ctrl+braceleft', sentence))
    for key, quote in moves:
        coder.key(key)
        coder.expect(quote, 'Tantangan')
        coder.is_at(quote)
    for _ in moves:
        coder.key('ctrl+z')
    until(lambda: coder.passages() == before, lambda: 'all of it undone: %r' % coder.passages())
    step('both borders of a passage moved, by words and by sentences, and moved back by undo')


def the_same_words(coder):
    app, before = coder.app, coder.passages()

    coder.key('ctrl+Home', 'ctrl+Right')
    coder.is_on('Perahu')
    coder.key('ctrl+shift+Right')
    coder.is_on('Perahu baca')
    coder.key('ctrl+shift+s')
    app.need_focus('text', 'Theme')
    app.type('Perahu')
    coder.key('Return')
    app.find('label', '3 of 3')
    coder.tab_to('row', 'perahu.txt, 3 passages')
    coder.key('Down', 'Down')
    app.need_focus('row', 'Perahu baca')
    coder.key('space')
    app.find('label', '2 of 3')
    app.find('button', 'Tag 2 Places')
    coder.key('ctrl+Return')
    app.need_focus('text', 'Text')
    until(lambda: len(coder.passages()) == len(before) + 2, 'two passages more')
    found = [p for p in coder.passages() if p[1] == ['Perahu']]
    assert found == [('Perahu baca', ['Perahu'], [])] * 2, found
    coder.undo(before)
    step('the same words tagged wherever they are, but for one of the places, and that undone at once')


def level_of(coder, title):
    return next(s['level'] for s in cli('sections', coder.project) if s['title'] == title)


def by_contents(coder):
    title = 'Manfaat bagi Warga'
    level = level_of(coder, title)

    coder.key('ctrl+shift+o', 'End')
    coder.app.need_focus('row', title)
    coder.key('alt+Right')
    until(lambda: level_of(coder, title) == level + 1, 'a level down')
    coder.app.need_focus('row', title)
    coder.key('alt+Left')
    until(lambda: level_of(coder, title) == level, 'a level up')
    coder.key('Return', 'Right')
    coder.is_on(SENTENCES[7])
    step('to a section by the contents, its heading moved a level down and up')


def correct(coder):
    before = coder.passages()
    spans = [(p['start'], p['end']) for p in cli('passages', coder.project)]

    coder.key('ctrl+Home', 'ctrl+shift+e')
    coder.app.need_focus('text', 'Text to be edited')
    coder.app.type(ADDED)
    coder.key('ctrl+Return')
    until(lambda: [(p['start'], p['end']) for p in cli('passages', coder.project)]
          == [(start + len(ADDED), end + len(ADDED)) for start, end in spans], 'passages that have moved')
    assert coder.passages() == before, coder.passages()
    coder.key('ctrl+End', 'shift+u')
    coder.is_on(ADDED.strip())
    coder.key('1')
    coder.expect(ADDED.strip(), 'Layanan')
    step('the text corrected; the passages have gone with their words')


def two_texts(coder, other):
    app = coder.app
    subprocess.run([CLI, 'import', coder.project, other], check=True, capture_output=True)
    app.find('row', '~sekolah.*')

    # In a tab of its own.
    coder.key('ctrl+l')
    app.need_focus('row', 'perahu.txt')
    coder.key('Down')
    app.need_focus('row', 'sekolah.txt')
    coder.key('ctrl+Return', 'Right')
    coder.is_on(BESIDE[:39])
    coder.key('2')
    coder.expect(BESIDE[:39], 'Tantangan', source='sekolah')
    coder.key('ctrl+Prior', 'ctrl+End')
    coder.is_on(SENTENCES[12])
    coder.key('ctrl+Next', 'Right')
    coder.is_on(BESIDE[40:-1])
    step('another text in a tab of its own, and back and forth between them')


def scenario(desk):
    first = desk.write(('perahu.txt',), ARTICLE)
    project = desk.path('Perahu.telaah')
    subprocess.run([CLI, 'create', project, '--title', 'Perahu'], check=True, capture_output=True)
    subprocess.run([CLI, 'import', project, first], check=True, capture_output=True)
    assert [s['quote'] for s in cli('sentences', project)] == SENTENCES

    app = App(desk, [TELAAH, project])
    coder = Coder(app, project)
    app.need_focus('text', 'Text')
    sentence_by_sentence(coder)
    notes_and_repetition(coder)
    clutter(coder)
    what_is_left(coder)
    there_and_back(coder)
    borders(coder)
    the_same_words(coder)
    by_contents(coder)
    correct(coder)
    two_texts(coder, desk.write(('sekolah.txt',), BESIDE))
    app.end()

    for source in cli('sources', project):
        text = {'perahu.txt': CORRECTED, 'sekolah.txt': BESIDE}[source['fileName']]
        for passage in cli('passages', project, '--source', source['id']):
            assert text[passage['start']:passage['end']] == passage['quote'], passage
    assert subprocess.run([CLI, 'check', project]).returncode == 0
    step('each quote is what stands in its text, and the project is sound')


def main():
    desk = Desk()
    try:
        scenario(desk)
        print('1..%d' % done)
    except (Failure, AssertionError, subprocess.CalledProcessError) as problem:
        print('not ok %d - %s' % (done + 1, str(problem).replace('\n', '\n# ')))
        print('1..%d' % (done + 1))
        sys.exit(1)
    finally:
        desk.stop()


main()
