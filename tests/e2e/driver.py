"""Drives the real program as a person does: finds things by their accessible names, uses real keys and clicks.

Wants a display and a session bus of its own (./dev test makes both); starts a window manager and the accessibility bus.
SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time

try:
    import gi
except ImportError:
    print('1..0 # SKIP needs the python module gi')
    sys.exit(77)

TIMEOUT = float(os.environ.get('TELAAH_E2E_TIMEOUT', 20))
SKIP = 77

# GTK 4.8 and 4.18 name some roles differently; libatspi has its own words for both.
ROLES = {
    'button': {'push button', 'button', 'toggle button'},
    'text': {'text', 'entry', 'text box', 'password text'},
    'cell': {'table cell', 'cell', 'grid cell', 'gridcell'},
    'row': {'list item', 'table row', 'tree item', 'option'},
    'label': {'label', 'static'},
}


class Failure(Exception):
    pass


def need(*programs):
    missing = [p for p in programs if not shutil.which(p)]
    if missing or not os.environ.get('DISPLAY'):
        print('1..0 # SKIP needs a display and', ', '.join(programs))
        sys.exit(SKIP)


def until(test, what, timeout=TIMEOUT):
    end = time.monotonic() + timeout
    while True:
        found = test()
        if found:
            return found
        if time.monotonic() > end:
            raise Failure('not after %g s: %s' % (timeout, what() if callable(what) else what))
        time.sleep(0.05)


def run(*command, **more):
    return subprocess.run(command, check=True, capture_output=True, text=True, **more).stdout


def plain(name):
    """GTK 4.8 gives a button with a mnemonic its label twice, with the underscore and without."""
    bare = name.replace('_', '')
    half = len(bare) // 2
    return bare[:half] if bare[:half] == bare[half + 1:] else name


class Desk:
    """A window manager and an accessibility bus on the display that is there, and the programs started on it."""

    def __init__(self):
        need('xdotool', 'openbox', 'xprop', 'gdbus')
        self.children = []
        self.home = tempfile.mkdtemp(prefix='telaah-e2e-')
        self.env = dict(os.environ, HOME=self.home, GTK_A11Y='atspi', GDK_BACKEND='x11', GSK_RENDERER='cairo',
                        GSETTINGS_BACKEND='keyfile', NO_AT_BRIDGE='0', G_DEBUG='fatal-criticals',
                        ADW_DISABLE_PORTAL='1', GIO_USE_VFS='local', XDG_CURRENT_DESKTOP='GNOME')
        for name in ('CONFIG', 'DATA', 'CACHE', 'STATE'):
            self.env['XDG_%s_HOME' % name] = self.path(name.lower())
            os.makedirs(self.path(name.lower()))
        os.makedirs(self.path('config', 'gtk-4.0'))
        self.write(('config', 'gtk-4.0', 'settings.ini'),
                   '[Settings]\ngtk-enable-animations=0\ngtk-cursor-blink=0\ngtk-font-name=Cantarell 11\n')
        self.write(('openbox.xml',), '<openbox_config xmlns="http://openbox.org/3.4/rc"/>')
        self.start(['openbox', '--config-file', self.path('openbox.xml'), '--sm-disable'])
        until(lambda: 'window id' in run('xprop', '-root', '_NET_SUPPORTING_WM_CHECK'), 'a window manager')
        self.start([next(p for p in ('/usr/libexec/at-spi-bus-launcher', '/usr/lib/at-spi2-core/at-spi-bus-launcher')
                         if os.path.exists(p)), '--launch-immediately'])
        gi.require_version('Atspi', '2.0')
        from gi.repository import Atspi, GLib
        self.atspi, self.glib = Atspi, GLib
        until(self.bus_is_up, 'the accessibility bus')
        Atspi.init()
        Atspi.set_timeout(2000, 5000)

    def path(self, *parts):
        return os.path.join(self.home, *parts)

    def write(self, parts, text, encoding='utf-8'):
        with open(self.path(*parts), 'w', encoding=encoding) as file:
            file.write(text)
        return self.path(*parts)

    def bus_is_up(self):
        """libatspi ends the process where the bus is not there yet: it is asked last."""
        try:
            return run('gdbus', 'call', '--session', '--dest', 'org.a11y.Bus', '--object-path', '/org/a11y/bus',
                       '--method', 'org.a11y.Bus.GetAddress') and self.atspi.get_desktop(0) is not None
        except (subprocess.CalledProcessError, self.glib.Error):
            return False

    def start(self, command, **env):
        log = open(self.path('log-%d' % len(self.children)), 'wb')
        child = subprocess.Popen(command, env=dict(self.env, **env), stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        child.log = log.name
        self.children.append(child)
        return child

    def stop(self):
        for child in reversed(self.children):
            if child.poll() is None:
                child.terminate()
                try:
                    child.wait(5)
                except subprocess.TimeoutExpired:
                    child.kill()
        shutil.rmtree(self.home, ignore_errors=True)


class App:
    """One running program, by its accessible tree."""

    def __init__(self, desk, command, **env):
        self.desk = desk
        self.process = desk.start(command, **env)
        self.root = until(self.find_root, lambda: 'a window of %s; it printed:\n%s' % (command[0], self.printed()))
        until(self.windows, 'a window')

    def printed(self):
        with open(self.process.log, errors='replace') as file:
            return file.read()

    def find_root(self):
        if self.process.poll() is not None:
            raise Failure('ended with %s:\n%s' % (self.process.returncode, self.printed()))
        desktop = self.desk.atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            try:
                if child is not None and child.get_process_id() == self.process.pid:
                    return child
            except self.desk.glib.Error:
                pass
        return None

    # ---- finding ----

    def windows(self):
        found = []
        for i in range(self.root.get_child_count()):
            child = self.root.get_child_at_index(i)
            if child is not None:
                found.append(child)
        return found

    def walk(self, node, depth=0):
        yield node
        if depth > 40:
            return
        try:
            count = node.get_child_count()
        except self.desk.glib.Error:
            return
        for i in range(count):
            try:
                child = node.get_child_at_index(i)
            except self.desk.glib.Error:
                continue
            if child is not None:
                yield from self.walk(child, depth + 1)

    def is_on_show(self, node):
        try:
            box = node.get_component_iface().get_extents(self.desk.atspi.CoordType.WINDOW)
            return box.width > 0 and box.height > 0 and box.x + box.width > 0 and box.y + box.height > 0
        except (AttributeError, self.desk.glib.Error):
            return False

    def matches(self, node, role, name):
        try:
            if role and node.get_role_name() not in ROLES.get(role, {role}):
                return False
            have = plain(node.get_name() or '')
        except self.desk.glib.Error:
            return False
        return bool(re.fullmatch(name[1:], have, re.S)) if name.startswith('~') else have == name

    def look(self, role, name):
        for window in reversed(self.windows()):
            for node in self.walk(window):
                if self.matches(node, role, name) and self.is_on_show(node):
                    return node
        return None

    def find(self, role, name, timeout=TIMEOUT):
        return until(lambda: self.look(role, name), lambda: '%s “%s” in\n%s' % (role, name, self.tree()), timeout)

    def tree(self):
        lines = []
        for window in self.windows():
            for node in self.walk(window):
                try:
                    if node.get_name() and self.is_on_show(node):
                        lines.append('  %s: %s' % (node.get_role_name(), plain(node.get_name())[:80]))
                except self.desk.glib.Error:
                    pass
        return '\n'.join(lines[:150])

    # ---- where the keys go ----

    def focused(self):
        """What has the focus; None while nobody says so: later GTKs keep it to themselves inside an entry."""
        for window in reversed(self.windows()):
            for node in self.walk(window):
                try:
                    if node.get_state_set().contains(self.desk.atspi.StateType.FOCUSED):
                        return node
                except self.desk.glib.Error:
                    pass
        return None

    def has_focus(self, role, name):
        node = self.focused()
        return node if node is not None and self.matches(node, role, name) else None

    def need_focus(self, role, name):
        return until(lambda: self.has_focus(role, name), lambda: 'the focus on %s “%s”; it is on %s' % (
            role, name, (lambda node: node and (node.get_role_name(), node.get_name()))(self.focused())))

    def selection(self, node):
        """The words that are selected in a text, "" for none."""
        text = self.desk.atspi.Text
        if text.get_n_selections(node) == 0:
            return ''
        span = text.get_selection(node, 0)
        return text.get_text(node, span.start_offset, span.end_offset)

    # ---- where it is on the screen ----

    def window_of(self, node):
        while node is not None and node.get_parent() is not None and node.get_parent().get_process_id() == \
                self.process.pid and node.get_parent().get_role_name() != 'application':
            node = node.get_parent()
        return node

    def x_windows(self):
        ids = subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid', str(self.process.pid), '.*'],
                             capture_output=True, text=True).stdout.split()
        found = []
        for number in ids:
            shell = subprocess.run(['xdotool', 'getwindowgeometry', '--shell', number], capture_output=True, text=True)
            values = dict(line.split('=') for line in shell.stdout.split() if '=' in line)
            if values:
                found.append([int(values[k]) for k in ('X', 'Y', 'WIDTH', 'HEIGHT')])
        return found

    def origin_of(self, window):
        """GTK draws its window with a frame around it; what is left over between the two sizes is that frame.

        Later GTKs say where the window's frame begins, and then leave it out of all that is inside: twice that is missing.
        """
        box = window.get_component_iface().get_extents(self.desk.atspi.CoordType.WINDOW)
        best = min(self.x_windows(), key=lambda w: abs(w[2] - box.width) + abs(w[3] - box.height))
        return best[0] + (best[2] - box.width) // 2 - 2 * box.x, best[1] + (best[3] - box.height) // 2 - 2 * box.y

    def place(self, node):
        box = node.get_component_iface().get_extents(self.desk.atspi.CoordType.WINDOW)
        x, y = self.origin_of(self.window_of(node))
        return x + box.x + box.width // 2, y + box.y + box.height // 2

    def words(self, node, start, end):
        return self.desk.atspi.Text.get_text(node, start, end)

    def character(self, node, offset):
        box = node.get_text_iface().get_character_extents(offset, self.desk.atspi.CoordType.WINDOW)
        x, y = self.origin_of(self.window_of(node))
        return x + box.x + 1, y + box.y + box.height // 2

    # ---- hands ----

    def settle(self):
        time.sleep(0.15)

    def click_at(self, x, y, times=1):
        run('xdotool', 'mousemove', '--sync', str(x - 3), str(y), 'mousemove', str(x), str(y))
        run('xdotool', 'click', '--repeat', str(times), '--delay', '60', '1')
        self.settle()

    def click(self, role, name, times=1):
        node = self.find(role, name)
        # Later GTKs leave the padding of what is around out of the boxes: near enough for rows, not for buttons.
        if role == 'button' and [int(n) for n in self.root.get_toolkit_version().split('.')] >= [4, 10]:
            node.get_action_iface().do_action(0)
            self.settle()
        else:
            self.click_at(*self.place(node), times=times)

    def drag(self, start, end):
        run('xdotool', 'mousemove', '--sync', *map(str, start), 'mousedown', '1')
        for step in range(1, 11):
            run('xdotool', 'mousemove', '--sync', *(str(round(a + (b - a) * step / 10)) for a, b in zip(start, end)))
            time.sleep(0.02)
        run('xdotool', 'mouseup', '1')
        self.settle()

    def key(self, *keys):
        for key in keys:
            run('xdotool', 'key', '--delay', '12', key)
            time.sleep(0.03)
        self.settle()

    def type(self, text):
        run('xdotool', 'type', '--delay', '12', text)
        self.settle()

    def end(self):
        """Closes it as the window's own close button does."""
        self.key('ctrl+q')
        until(lambda: self.process.poll() is not None, 'the program to end')
        if self.process.returncode != 0:
            raise Failure('ended with %s:\n%s' % (self.process.returncode, self.printed()))
