package io.github.hubsh.shell.line;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What lines of another person's files do to this machine. In the tables {@code ⇥} is a tab, {@code ↵} a line end. */
final class LineEffectsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            ``                            ¦
            ping hub                      ¦
            ping hub | count              ¦
            x p c a='b > c' d=5!          ¦
            x p c a=js                    ¦
            ping js                       ¦
            watch 1s plugins | count      ¦
            watch 1s                      ¦
            watch                         ¦
            watch 1s ping hub             ¦
            watch 1s x pump save          ¦
            watch --count 2 50ms x p run  ¦
            until p ready --for 1s        ¦
            $r | count                    ¦
            x p c k='@/etc/hostname'      ¦
            x p c mail=a@b                ¦
            r =                           ¦
            3                             ¦
            !ls                           ¦ runs an OS command
            `  !ls`                       ¦ runs an OS command
            '!ls'                         ¦ runs an OS command
            "!ls"                         ¦ runs an OS command
            \\!ls                         ¦ runs an OS command
            ping hub | !ls                ¦ runs an OS command
            ping hub |⇥!ls                ¦ runs an OS command
            ping hub |!ls                 ¦ runs an OS command
            ping hub | count | '!ls'      ¦ runs an OS command
            watch 1s 'plugins | !ls'      ¦ runs an OS command
            ping hub | !ls > f            ¦ runs an OS command
            js 1                          ¦ runs a script
            'js' 1                        ¦ runs a script
            r = 3 js 1                    ¦ runs a script
            run a.js                      ¦ runs a script
            serve a.js                    ¦ runs a script
            ping hub; js 1                ¦ runs a script
            ping hub↵js 1                 ¦ runs a script
            x p c a=${1 + 1}              ¦ runs a script
            watch 1s js 1                 ¦ runs a script
            watch --count 2 1s js 1       ¦ runs a script
            watch 1s 'js 1 + 1'           ¦ runs a script
            watch 1s r = run a.js         ¦ runs a script
            ping hub > f                  ¦ writes a file
            ping hub >> f                 ¦ writes a file
            ping hub>f                    ¦ writes a file
            record f                      ¦ writes a file
            save f                        ¦ writes a file
            keygen                        ¦ writes a file
            watch 1s record f             ¦ writes a file
            watch 1s plugins > f          ¦ writes a file
            watch 1s 'plugins > f'        ¦ writes a file
            watch 1s 'save f.hubsh x'     ¦ writes a file
            replay a.rec                  ¦
            replay a.rec --report-json f  ¦ writes a file
            set timeout=2s                ¦
            set timeout=2s --save         ¦ writes a file
            alias a='js 1'                ¦ makes other aliases
            watch 1s alias a='js 1'       ¦ makes other aliases
            context add a --no-confirm    ¦ changes the contexts
            context use a                 ¦ changes the contexts
            demo -c 'record f'            ¦ starts a hub
            demo -f lines                 ¦ starts a hub
            hub tcp://127.0.0.1:31000     ¦ starts a hub
            x p c k=@/etc/hostname        ¦ sends a file
            x p c k:=@f.json              ¦ sends a file
            x p c @f.json                 ¦ sends a file
            ping hub | x p c k=@f         ¦ sends a file
            watch 1s 'x p c k=@f'         ¦ sends a file
            b record f                    ¦ begins with another alias
            2 b record f                  ¦ begins with another alias
            r = b ping hub                ¦ begins with another alias
            b '!touch'                    ¦ begins with another alias
            _b                            ¦ begins with another alias
            watch 1s b f                  ¦ begins with another alias
            watch --count 1 1s 2 b f      ¦ begins with another alias
            x context a                   ¦
            """)
    void a_line_does_nothing_here_or_what_is_named(String line, @Nullable String effect) {
        assertThat(LineEffects.of(line.replace('⇥', '\t').replace('↵', '\n'))).isEqualTo(effect);
    }

    /**
     * The statement within the quotes is read like any other line: it may have blanks, quotes and escapes of its own.
     */
    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            watch 1s 'js⇥1 + 1'                      ¦ runs a script
            watch 1s '"js" 1 + 1'                    ¦ runs a script
            watch 1s 'j\\↵s 1 + 1'                   ¦ runs a script
            watch 1s "ping $\\u007bexit(1)} x"       ¦ runs a script
            watch 1s "plugins \\u007c \\u0021ls"     ¦ runs an OS command
            watch 1s "plugins | \\u0021ls"           ¦ runs an OS command
            watch 1s '"rec\\u006frd" f.rec'          ¦ writes a file
            """)
    void quotes_and_escapes_hide_nothing(String line, String effect) {
        assertThat(LineEffects.of(line.replace('⇥', '\t').replace('↵', '\n'))).isEqualTo(effect);
    }
}
