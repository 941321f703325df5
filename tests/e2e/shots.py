"""Takes pictures of every view of the sample project.

    shots.py BIN_DIR SAMPLE OUTPUT [--all]

OUTPUT gets read.png, compare.png, outline.png, portraits.png, quotes.png, seminar.png, search.png, candidates.png and
words.png for the README; with --all also the dark style, a small window, Indonesian and large text, to look over.
SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import shutil
import subprocess
import sys
import time

from driver import App, Desk, need, run, until

BIN, SAMPLE, OUTPUT = sys.argv[1:4]
EVERYTHING = '--all' in sys.argv
FULL = (1280, 800)
VIEWS = ('read', 'compare', 'outline')
PAGES = ('Quotes', 'Portraits')


def stand_still(before=b''):
    """Waits until two looks at the screen are the same."""
    for _ in range(40):
        now = subprocess.run(['import', '-window', 'root', 'ppm:-'], check=True, capture_output=True).stdout
        if now == before:
            return
        before = now
        time.sleep(0.15)


def shoot(name, box=None):
    stand_still()
    command = ['import', '-window', 'root']
    if box:
        command += ['-crop', '%dx%d+%d+%d' % (box[2], box[3], box[0], box[1])]
    run(*command, '+repage', '-dither', 'None', '-colors', '160', '-strip', 'png8:' + os.path.join(OUTPUT, name + '.png'))
    print(os.path.join(OUTPUT, name + '.png'))


def settings(desk, size):
    """As if the program had been left with a window of that size."""
    folder = desk.path('config', 'glib-2.0', 'settings')
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    desk.write(('config', 'glib-2.0', 'settings', 'keyfile'),
               '[org/telaah/Telaah]\nwindow-width=%d\nwindow-height=%d\nwindow-maximized=%s\n'
               % (*size, 'true' if size == FULL else 'false'))


def tour(desk, suffix='', size=FULL, **env):
    # The same each time: a fresh copy, and nothing remembered.
    shutil.rmtree(desk.path('data'), ignore_errors=True)
    settings(desk, size)
    os.makedirs(desk.path('data'))
    app = App(desk, [os.path.join(BIN, 'telaah'), '--sample'], TELAAH_SAMPLE=SAMPLE, **env)
    until(lambda: app.look('text', '~.+') or app.look('', '~Kabel laut.*'), 'the sample')
    for number, view in enumerate(VIEWS, 1):
        app.key('ctrl+%d' % number)
        run('xdotool', 'mousemove', '1279', '799')
        shoot(view + suffix, None if size == FULL else max(app.x_windows(), key=lambda box: box[2] * box[3]))
    if size == FULL and 'LANGUAGE' not in env:
        more(app, suffix)
        find(app, suffix)
    app.end()


def find(app, suffix):
    """What a search finds, what may be missing in a cell, and a word in its lines."""
    app.key('ctrl+2')
    app.click('', '~Kesenjangan digital.*Duta besar di layar kecil.*')
    app.look('', '~Not This')
    time.sleep(1)
    shoot('candidates' + suffix)
    app.key('ctrl+1', 'ctrl+f')
    app.type('manfaat OR tantangan')
    time.sleep(1)
    app.key('Down', 'Down')
    shoot('search' + suffix)
    app.key('Escape', 'ctrl+shift+m')
    time.sleep(1)
    app.type('digital')
    time.sleep(1)
    shoot('words' + suffix, max((box for box in app.x_windows() if box[2] < FULL[0]), key=lambda box: box[2] * box[3]))
    app.key('ctrl+w')


def more(app, suffix):
    """The other pages of Compare, and two steps into a seminar."""
    app.key('ctrl+2')
    for page in PAGES:
        app.click('', page)
        run('xdotool', 'mousemove', '1279', '799')
        shoot(page.lower() + suffix)
    app.click('', 'Grid')
    app.key('F5')
    stand_still()
    app.key('Right', 'Right')
    shoot('seminar' + suffix)
    app.key('Escape')


def main():
    need('import')
    os.makedirs(OUTPUT, exist_ok=True)
    desk = Desk()
    try:
        tour(desk)
        if EVERYTHING:
            tour(desk, '-dark', ADW_DEBUG_COLOR_SCHEME='prefer-dark')
            tour(desk, '-contrast', ADW_DEBUG_HIGH_CONTRAST='1')
            tour(desk, '-small', size=(900, 650))
            tour(desk, '-indonesian', LANG='C.UTF-8', LC_ALL='C.UTF-8', LANGUAGE='id')
            run('xrdb', '-merge', input='Xft.dpi: 192\n')
            tour(desk, '-large')
    finally:
        desk.stop()


main()
