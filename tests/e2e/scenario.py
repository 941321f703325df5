"""The main job, end to end, in the real program: two articles in, three passages, a note, a summary, undo, restart, export.

    scenario.py TELAAH TELAAH_CLI
SPDX-License-Identifier: GPL-3.0-or-later
"""
import json
import sqlite3
import subprocess
import sys

from driver import App, Desk, Failure, until

TELAAH, CLI = sys.argv[1:3]

FIRST = ('Pasar pagi dibuka sebelum matahari terbit. Pedagang ikan menimbang dengan timbangan lama.\n\n'
         'Harga naik setiap pekan, kata mereka, dan pembeli berkurang.\n')
SECOND = 'Pasar malam menyala setelah magrib. Harga di sini tetap, sebab lapaknya milik kampung.\n'

done = 0


def step(text):
    global done
    done += 1
    print('ok %d - %s' % (done, text), flush=True)


def cli(*words):
    return json.loads(subprocess.run([CLI, *words, '--json'], check=True, capture_output=True, text=True).stdout)


def scenario(desk):
    first = desk.write(('pasar-pagi.txt',), FIRST)
    second = desk.write(('pasar-malam.md',), SECOND)
    project = desk.path('Pasar.telaah')
    exported = desk.path('pasar.json')
    app = App(desk, [TELAAH])

    # A new project, from the welcome page.
    app.click('button', 'New Project…')
    app.find('', 'New Project')
    app.type('Pasar')
    app.click('button', 'Create')
    until(lambda: subprocess.run([CLI, 'sources', project], capture_output=True).returncode == 0, 'the project file')
    assert cli('sources', project) == []
    step('a new project from the welcome page')

    # A second call of the program hands its files to the first, which asks before it takes them in.
    desk.start([TELAAH, first, second])
    app.click('button', 'Import')
    sources = until(lambda: (found := cli('sources', project)) and len(found) == 2 and found, 'two sources')
    assert [s['characters'] for s in sources] == [len(FIRST), len(SECOND)], sources
    assert [s['fileName'] for s in sources] == ['pasar-pagi.txt', 'pasar-malam.md'], sources
    step('two articles offered and imported')

    # Words selected with the mouse bring the palette; a name that is new makes a theme.
    text = app.find('text', 'Text')
    app.drag(app.character(text, FIRST.index('Harga')), app.character(text, FIRST.index(' kata mereka')))
    app.type('Harga')
    app.key('Return')
    passages = until(lambda: cli('passages', project), 'the first passage')
    assert passages[0]['quote'] == 'Harga naik setiap pekan,', passages
    assert FIRST[passages[0]['start']:passages[0]['end']] == passages[0]['quote']
    step('a passage tagged with a new theme by mouse and palette')

    # A digit tags what the keys have selected.
    app.click_at(*app.character(text, FIRST.index('Pedagang')))
    app.key('ctrl+shift+Right', 'ctrl+shift+Right', '1')
    passages = until(lambda: (found := cli('passages', project)) and len(found) == 2 and found, 'the second passage')
    assert passages[0]['quote'] == 'Pedagang ikan', passages
    step('a passage tagged with a digit')

    # A note on it, by key.
    app.key('n')
    app.type('siapa mereka?')
    app.key('ctrl+Return')
    until(lambda: cli('passages', project)[0]['notes'] == ['siapa mereka?'], 'the note')
    step('a note written on it')

    # The other article.
    app.click('row', '~pasar-malam.*')
    text = until(lambda: (node := app.look('text', 'Text')) and app.words(node, 0, 11) == 'Pasar malam' and node,
                 'the other text')
    app.drag(app.character(text, SECOND.index('Harga')), app.character(text, SECOND.index(', sebab')))
    app.key('1')
    until(lambda: len(cli('passages', project)) == 3, 'the third passage')
    assert cli('passages', project)[2]['quote'] == 'Harga di sini tetap'
    step('a passage of the second article tagged in the palette')

    # The comparison: a summary beside the evidence.
    app.key('ctrl+2')
    app.click('cell', '~Harga, pasar-malam.*')
    app.click('', 'Treated')
    app.click('text', '~Summary.*')
    app.type('Harga tetap')
    app.key('ctrl+Return')
    cell = until(lambda: (found := cli('cell', project, 'Harga', 'pasar-malam')[0]) and found['summary'] and found,
                 'the summary')
    assert (cell['summary'], cell['status'], cell['stale']) == ('Harga tetap', 'treated', False), cell
    step('a status and a summary in the comparison')

    # Undo names what it takes back, and does; redo brings it again.
    app.click('button', 'Undo Write summary')
    until(lambda: cli('cell', project, 'Harga', 'pasar-malam')[0]['summary'] is None, 'the undo')
    app.click('button', 'Redo Write summary')
    until(lambda: cli('cell', project, 'Harga', 'pasar-malam')[0]['summary'] == 'Harga tetap', 'the redo')
    step('undo and redo by name')

    # What another program does on the same file is here within a second.
    subprocess.run([CLI, 'tag', project, 'pasar-malam', '0', '11', 'Harga'], check=True, capture_output=True)
    app.find('cell', '~Harga, pasar-malam.*: Treated, stale.*2 passages.*', timeout=3)
    step('a passage tagged by telaah-cli makes the summary stale here')

    # Nothing is lost by a restart, and one is where one was; undo still knows.
    app.end()
    app = App(desk, [TELAAH])
    app.find('cell', '~Harga, pasar-malam.*: Treated, stale.*')
    app.find('button', 'Undo Tag passage')
    app.key('ctrl+z')
    until(lambda: len(cli('passages', project)) == 3, 'the undo after a restart')
    step('restored after a restart, with its undo')

    # Export, through the file chooser.
    app.key('ctrl+e')
    app.find('', 'Export the Outline')
    app.key('ctrl+a')
    app.type(exported)
    app.key('Return')
    outline = until(lambda: load(exported), 'the export')
    same = subprocess.run([CLI, 'outline', project, '--format', 'json'], check=True, capture_output=True, text=True)
    assert outline == json.loads(same.stdout), 'the window and telaah-cli export different outlines'
    cells = {c['source']: c for c in outline['points'][0]['cells']}
    texts = dict(zip((s['id'] for s in sources), (FIRST, SECOND)))
    for source, cell in cells.items():
        for passage in cell['evidence']:
            assert texts[source][passage['start']:passage['end']] == passage['quote'], passage
    assert [len(c['evidence']) for c in cells.values()] == [2, 1], cells
    assert cells[sources[1]['id']]['summary'] == 'Harga tetap', cells
    step('exported; each quote is what stands in its text')

    app.end()
    assert subprocess.run([CLI, 'check', project]).returncode == 0
    assert sqlite3.connect(project).execute('PRAGMA integrity_check').fetchone() == ('ok',)
    step('ended cleanly, and the project is sound')


def load(path):
    try:
        with open(path, encoding='utf-8') as file:
            return json.load(file)
    except (OSError, ValueError):
        return None


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
