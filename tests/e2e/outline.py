"""The outline as a file, in the real program: out in every format and on paper, and in again, with what can go wrong.

    outline.py TELAAH TELAAH_CLI
SPDX-License-Identifier: GPL-3.0-or-later
"""
import json
import os
import subprocess
import sys

from driver import App, Desk, Failure, run, until

TELAAH, CLI = sys.argv[1:3]

FIRST = 'Warung Kopi\n\nHarga kopi naik\n\nPetani menjual lebih mahal, tetapi warung tidak menaikkan harga.\n'
SECOND = 'Kedai di kota menaikkan harga setiap bulan. Pembelinya tetap datang.\n'
QUOTE = 'warung tidak menaikkan harga'

# What each begins with; the last word is its ending.
FORMATS = [(b'{', 'json'), (b'', 'txt'), (b'#', 'md'), (b'<!DOCTYPE html>', 'html'), (b'PK', 'odt'), (b'PK', 'docx'),
           (b'%PDF', 'pdf'), (b'<?xml', 'opml'), (b'', 'csv'), (b'PK', 'xlsx')]

done = 0


def step(text):
    global done
    done += 1
    print('ok %d - %s' % (done, text), flush=True)


def cli(*words):
    return json.loads(subprocess.run([CLI, *words, '--json'], check=True, capture_output=True, text=True).stdout)


def act(action, *parameter):
    """An action of the window, over D-Bus."""
    run('gdbus', 'call', '--session', '--dest', 'org.telaah.Telaah', '--object-path', '/org/telaah/Telaah/window/1',
        '--method', 'org.gtk.Actions.Activate', action, '[%s]' % ','.join('<%s>' % p for p in parameter), '{}')


def content(path):
    try:
        with open(path, 'rb') as file:
            return file.read()
    except FileNotFoundError:
        return b''


def save(app, title, path):
    """In the file chooser that is about to open."""
    app.find('', title)
    app.key('ctrl+a')
    app.type(path)
    app.key('Return')
    return until(lambda: content(path), path)


def make_project(desk):
    os.makedirs(desk.path('proyek'))
    project = desk.path('proyek', 'Kopi.telaah')
    first, second = desk.write(('warung.txt',), FIRST), desk.write(('kedai.txt',), SECOND)
    cli('create', project, '--title', 'Kopi')
    cli('import', project, first, second)
    cli('set-source', project, 'warung', 'author=Sari Wulandari', 'date=2024')
    cli('theme', project, 'Harga')
    cli('tag', project, 'warung', str(FIRST.index(QUOTE)), str(FIRST.index(QUOTE) + len(QUOTE)), 'Harga')
    cli('cell', project, 'Harga', 'warung', '--status', 'treated', '--summary', 'Harga ditahan.')
    return project


def leave(app, desk):
    for _, ending in FORMATS:
        path = desk.path('keluar.' + ending)
        act('export')
        save(app, 'Export the Outline', path)
        beginning = FORMATS[[e for _, e in FORMATS].index(ending)][0]
        assert content(path).lstrip(b'\xef\xbb\xbf').startswith(beginning), (ending, content(path)[:40])
    html = content(desk.path('keluar.html')).decode()
    assert QUOTE in html and 'Harga kopi naik' in html, 'the web page does not say where the quote stands'
    step('exported in ten formats, told by the ending of the name')

    act('export-outline')
    app.click('button', 'Save As…')
    text = save(app, 'Export the Outline', desk.path('halaman.html'))
    assert text.startswith(b'<!DOCTYPE html>')
    app.find('button', 'Open')
    step('exported from the dialog, with a toast that opens it')

    for kind in ('blank', 'filled'):
        act('export-handout', "'%s'" % kind)
        assert save(app, 'Save the Handout', desk.path(kind + '.pdf')).startswith(b'%PDF')
    act('export-template')
    template = json.loads(save(app, 'Export a Template', desk.path('templat.json')))
    assert [p['title'] for p in template['points']] == ['Harga'], template
    assert QUOTE not in json.dumps(template)
    step('handouts and a template saved')


def come_back(app, desk, project):
    act('import-outline-file', "'%s'" % desk.path('templat.json'))
    until(lambda: len(cli('outlines', project)) == 2, 'a second outline')
    until(lambda: app.look('button', '~Outline: Kopi.*'), lambda: 'the new outline at hand in\n' + app.tree())
    step('a template becomes an outline of its own, and is at hand')

    act('import-outline-file', "'%s'" % desk.path('keluar.opml'))
    until(lambda: len(cli('outlines', project)) == 3, 'a third outline')
    step('so does OPML')

    bad = desk.write(('buruk.json',), '{ "harga": 1 }')
    act('import-outline-file', "'%s'" % bad)
    app.find('', 'The Outline Was Not Imported')
    app.key('Escape')
    assert len(cli('outlines', project)) == 3
    step('a file that is no outline is refused in words')


def without_texts(app, desk, project):
    """In a project that lacks its texts, the points are offered."""
    outline = desk.path('keluar.json')
    act('import-outline-file', "'%s'" % outline)
    app.find('button', 'Import Points Only')
    app.click('button', 'Import Points Only')
    until(lambda: [p['title'] for p in cli('outline', project, '--format', 'json')['points']] == ['Harga']
          or len(cli('outlines', project)) == 2, 'the points')
    step('an outline whose texts are missing offers its points')


def scenario(desk):
    project, other = make_project(desk), desk.path('proyek', 'Lain.telaah')
    app = App(desk, [TELAAH, project])
    app.key('ctrl+3')
    app.find('heading', 'Harga')
    leave(app, desk)
    come_back(app, desk, project)
    app.end()

    cli('create', other, '--title', 'Lain')
    app = App(desk, [TELAAH, other])
    without_texts(app, desk, other)
    app.end()
    assert os.path.exists(other) and subprocess.run([CLI, 'check', project]).returncode == 0
    step('both projects are sound')


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
