package io.github.hubsh.shell.line;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.shell.argument.ItemEvaluation;
import io.github.hubsh.shell.fake.FakeFiles;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ItemsTest {
    private final FakeFiles files = new FakeFiles()
            .with("device.svg", "<svg/>\n")
            .with("dstat.json", "{\"a\": [1, 2.5]}")
            .with("req.json", "{\"x\": 1, \"y\": \"two\"}")
            .with("my file", "spaced")
            .with("-", "{\"from\": \"stdin\"}");

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            x=1                         ¦ {"x":1}
            x=-2.5e3                    ¦ {"x":-2500.0}
            on=true off=false n=null    ¦ {"on":true,"off":false,"n":null}
            s=hello                     ¦ {"s":"hello"}
            id=0012                     ¦ {"id":"0012"}
            s=yes                       ¦ {"s":"yes"}
            v=1.2.3                     ¦ {"v":"1.2.3"}
            v=1.                        ¦ {"v":"1."}
            v=.5                        ¦ {"v":".5"}
            v=+1                        ¦ {"v":"+1"}
            v=1e                        ¦ {"v":"1e"}
            v=-                         ¦ {"v":"-"}
            v=NaN                       ¦ {"v":"NaN"}
            v=-0                        ¦ {"v":0}
            v=123456789012345678901234  ¦ {"v":123456789012345678901234}
            v=9223372036854775807       ¦ {"v":9223372036854775807}
            s=                          ¦ {"s":""}
            p=C:\\temp\\new.txt          ¦ {"p":"C:\\\\temp\\\\new.txt"}
            p==\\d+\\.x                 ¦ {"p":"\\\\d+\\\\.x"}
            C:\\t=1 m[a\\b]=2            ¦ {"C:\\\\t":1,"m":{"a\\\\b":2}}
            p=a\\ b\\;c\\\\d\\$e\\'f        ¦ {"p":"a b;c\\\\d$e'f"}
            a\\=b=1 c\\[=2 d=\\@e \\:=3   ¦ {"a=b":1,"c[":2,"d":"@e",":":3}
            svg=@my\\ file              ¦ {"svg":"spaced"}
            id==1.0                     ¦ {"id":"1.0"}
            id==                        ¦ {"id":""}
            id===x                      ¦ {"id":"=x"}
            id==@bob                    ¦ {"id":"@bob"}
            routes:='["e1","e2"]'       ¦ {"routes":["e1","e2"]}
            routes:=["e1", "e2"]        ¦ {"routes":["e1","e2"]}
            p:={"a": {"b": [1, "; #"]}} ¦ {"p":{"a":{"b":[1,"; #"]}}}
            x:=1                        ¦ {"x":1}
            x:="a b"                    ¦ {"x":"a b"}
            x:=null                     ¦ {"x":null}
            x:='"\\u0041\\n"'             ¦ {"x":"A\\n"}
            svg=@device.svg             ¦ {"svg":"<svg/>\\n"}
            svg=@'my file'              ¦ {"svg":"spaced"}
            svg='@bob'                  ¦ {"svg":"@bob"}
            params:=@dstat.json         ¦ {"params":{"a":[1,2.5]}}
            metadata[name]=step1        ¦ {"metadata":{"name":"step1"}}
            m[a][b]=1 m[a][c]=2         ¦ {"m":{"a":{"b":1,"c":2}}}
            route[]=e43 route[]=e44     ¦ {"route":["e43","e44"]}
            r[][x]=1 r[][x]=2           ¦ {"r":[{"x":1},{"x":2}]}
            r:=[1] r[]=2                ¦ {"r":[1,2]}
            m[]:=[1]                    ¦ {"m":[[1]]}
            svgs[a]=@'my file'          ¦ {"svgs":{"a":"spaced"}}
            'Voltage (V)'=100           ¦ {"Voltage (V)":100}
            "Voltage (V)"=100           ¦ {"Voltage (V)":100}
            Voltage\\ (V)=100            ¦ {"Voltage (V)":100}
            'a=b'=1                     ¦ {"a=b":1}
            'a[b]'=1                    ¦ {"a[b]":1}
            'm[x]'[y]=1                 ¦ {"m[x]":{"y":1}}
            x='1'                       ¦ {"x":1}
            x='a b'c                    ¦ {"x":"a bc"}
            x="a\\t\\"b\\u0041"            ¦ {"x":"a\\t\\"bA"}
            x=a>b                       ¦ {"x":"a>b"}
            x=a|b&c                     ¦ {"x":"a|b&c"}
            x=5$                        ¦ {"x":"5$"}
            x=a#b                       ¦ {"x":"a#b"}
            x='$name'                   ¦ {"x":"$name"}
            @req.json                   ¦ {"x":1,"y":"two"}
            @req.json x=2               ¦ {"x":2,"y":"two"}
            x=2 @req.json               ¦ {"x":1,"y":"two"}
            -                           ¦ {"from":"stdin"}
            - from=here                 ¦ {"from":"here"}
            x=1 x=2                     ¦ {"x":2}
            -- --x=1                    ¦ {"--x":1}
            """)
    void an_item_becomes_an_argument(String items, String expected) {
        Statement statement =
                LineParser.parse("execute plugin_a do_thing " + items).get(0);

        assertThat(Json.write(ItemEvaluation.evaluate(statement.arguments().items(), files)))
                .isEqualTo(expected);
        assertThat(Json.write(ItemEvaluation.evaluate(statement.arguments().items(), files)))
                .as("evaluated again")
                .isEqualTo(expected);
    }
}
