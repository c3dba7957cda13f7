package io.github.hubsh.shell.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Declarations as assignments. In the tables {@code ↵} is a line end. */
final class DeclarationRewriterTest {
    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '~', textBlock = """
            const x = 1                   ¦ x = 1
            let x                         ¦ x = undefined
            let x;                        ¦ x = undefined;
            var x, y; z                   ¦ x = undefined, y = undefined; z
            let x = 1, y = 2              ¦ x = 1, y = 2
            let x = 1, y                  ¦ x = 1, y = undefined
            let x = f(1, a), y, z = 3     ¦ x = f(1, a), y = undefined, z = 3
            let x, y = 2, z               ¦ x = undefined, y = 2, z = undefined
            let x = 1,↵ y                 ¦ x = 1,↵ y = undefined
            let x = a ? b : c↵d, e        ¦ x = a ? b : c↵d, e
            let x↵let y = 2               ¦ x = undefined↵y = 2
            let {a, b} = o                ¦ ;0,{a, b} = o
            const [a] = o; let b = 1      ¦ ;0,[a] = o; b = 1
            x; let y = 1                  ¦ x; y = 1
            { let y = 1 }                 ¦ { let y = 1 }
            f(); { } let y = 1            ¦ f(); { } y = 1
            for (let i = 0;;) {}          ¦ for (let i = 0;;) {}
            f => { const a = 1 }          ¦ f => { const a = 1 }
            'let x'                       ¦ 'let x'
            letter = 1                    ¦ letter = 1
            class A {}                    ¦ A = class A {}
            class A extends B {}          ¦ A = class A extends B {}
            class extends B {}            ¦ class extends B {}
            function f() {}               ¦ function f() {}
            x = class A {}                ¦ x = class A {}
            import { a } from 'm'         ¦ ;0,{ a } = await import( 'm')
            import { a as b, c } from 'm' ¦ ;0,{ a : b, c } = await import( 'm')
            import * as m from 'm'        ¦ m = await import( 'm')
            import m from 'm'             ¦ ;0,{ default: m } = await import( 'm')
            import 'm'                    ¦ import 'm'
            import('m')                   ¦ import('m')
            import { a                    ¦ import { a
            """)
    void a_declaration_at_the_top_is_an_assignment(String typed, String expected) {
        assertThat(rewriter(typed).text()).isEqualTo(expected.replace('↵', '\n'));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '~', textBlock = """
            const x = await f             ¦ x = await f
            function f() {}               ¦ f = function f() {}
            function* f() {}              ¦ f = function* f() {}
            function () {}                ¦ function () {}
            async function f() {}         ¦ f = async function f() {}
            async () => 1                 ¦ async () => 1
            class A {}                    ¦ A = class A {}
            """)
    void within_a_function_functions_are_assigned_too(String typed, String expected) {
        assertThat(rewriter(typed).textWithinFunction()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"await f()", "x = await f", "f(await g)", "import { a } from 'm'", "1\nimport m from 'm'"})
    void what_waits_is_seen(String typed) {
        assertThat(rewriter(typed).awaits()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"'await'", "awaiting", "import('m')", "f // await", "x = {import: 1}", ""})
    void what_only_looks_so_does_not_wait(String typed) {
        assertThat(rewriter(typed).awaits()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '~', textBlock = """
            let x = 1             ¦ true
            1; let x              ¦ true
            class A {}            ¦ true
            function f() {}       ¦ true
            import { a } from 'm' ¦ true
            import m from 'm'     ¦ true
            import('m')           ¦ false
            let x = 1; x          ¦ false
            let x = 1↵x           ¦ false
            async function f() {} ¦ false
            (function f() {})     ¦ false
            1                     ¦ false
            ~~                    ¦ false
            """)
    void the_last_statement_may_be_a_declaration(String typed, boolean expected) {
        assertThat(rewriter(typed).endsInDeclaration()).isEqualTo(expected);
    }

    @Test
    void statements_may_begin_behind_semicolons_line_ends_and_blocks() {
        assertThat(rewriter("a; let b\nf({c; d}) { e } g").statementStarts())
                .isEqualTo(List.of(0, 2, "a; b = undefined\n".length(), "a; b = undefined\nf({c; d}) { e }".length()));
    }

    private static DeclarationRewriter rewriter(String typed) {
        return new DeclarationRewriter(typed.replace('↵', '\n'));
    }
}
