package io.github.hubsh.core.testkit;

import java.util.List;

/** Valid messages that have every field there is: what is to be mutated. */
public final class Samples {
    private static final String HEADER = """
            {"msg_id":"m-1","session":"s-1","date":"2026-11-22T18:31:25.027263+00:00","source":"client",\
            "target":"electrodes","msg_type":"%s","version":"0.4"}""";

    public static final String CONNECT_REQUEST = "{\"header\":" + HEADER.formatted("connect_request") + "}";

    public static final String CONNECT_REPLY =
            "{\"header\":" + HEADER.formatted("connect_reply") + ",\"parent_header\":"
                    + HEADER.formatted("connect_request")
                    + """
            ,"content":{"command":{"uri":"tcp://*:1","port":1,"name":"hub"},"publish":{"uri":"tcp://*:2","port":2}}}""";

    public static final String EXECUTE_REQUEST = "{\"header\":" + HEADER.formatted("execute_request") + """
            ,"content":{"command":"set_state","data":"e30=","metadata":{"mime_type":"application/json",\
            "transfer_encoding":"BASE64"},"silent":false,"stop_on_error":true}}""";

    public static final String EXECUTE_REPLY =
            "{\"header\":" + HEADER.formatted("execute_reply") + ",\"parent_header\":"
                    + HEADER.formatted("execute_request")
                    + """
            ,"content":{"command":"set_state","status":"ok","execution_count":3,"data":"e30=",\
            "metadata":{"mime_type":"application/json"},"silent":true,"error":{"ename":"ValueError","evalue":"boom",\
            "traceback":["line 1","line 2"]}}}""";

    public static final List<String> ALL = List.of(CONNECT_REQUEST, CONNECT_REPLY, EXECUTE_REQUEST, EXECUTE_REPLY);

    private Samples() {}
}
