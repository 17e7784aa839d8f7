package io.lasttab.core.html;

import java.util.Map;
import java.util.TreeMap;

/** A response's head as a browser's navigation and an ordinary application make it, until told otherwise. */
final class TestHead implements ResponseHead {

    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, String> requestHeaders = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private String method = "GET";
    private int status = 200;
    private String contentType = "text/html";
    private String charset = "UTF-8";
    private String serverName = "shop.example";
    private int serverPort = 80;
    private boolean secure;
    private String markedCopy;
    int addressHash = "/shop/cart".hashCode();
    int requestHeaderLookups;
    int otherLookups;

    static TestHead html() {
        return new TestHead().request("Sec-Fetch-Dest", "document");
    }

    static TestHead of(String contentType) {
        return html().contentType(contentType);
    }

    TestHead method(String value) {
        method = value;
        return this;
    }

    TestHead status(int value) {
        status = value;
        return this;
    }

    TestHead contentType(String value) {
        contentType = value;
        return this;
    }

    TestHead charset(String value) {
        charset = value;
        return this;
    }

    TestHead asked(String name, int port) {
        serverName = name;
        serverPort = port;
        return this;
    }

    TestHead secure() {
        secure = true;
        return this;
    }

    TestHead response(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** The mark was taken off this If-None-Match. */
    TestHead markedCopy(String value) {
        markedCopy = value;
        return this;
    }

    /** Null for a header that is not sent. */
    TestHead request(String name, String value) {
        requestHeaders.put(name, value);
        return this;
    }

    @Override
    public String method() {
        otherLookups++;
        return method;
    }

    @Override
    public int status() {
        otherLookups++;
        return status;
    }

    @Override
    public String contentType() {
        return contentType;
    }

    @Override
    public String charset() {
        otherLookups++;
        return charset;
    }

    @Override
    public String header(String name) {
        otherLookups++;
        return headers.get(name);
    }

    @Override
    public void setHeader(String name, String value) {
        headers.put(name, value);
    }

    @Override
    public String markedCopy() {
        return markedCopy;
    }

    @Override
    public String requestHeader(String name) {
        requestHeaderLookups++;
        return requestHeaders.get(name);
    }

    @Override
    public String serverName() {
        otherLookups++;
        return serverName;
    }

    @Override
    public int addressHash() {
        otherLookups++;
        return addressHash;
    }

    @Override
    public int serverPort() {
        otherLookups++;
        return serverPort;
    }

    @Override
    public boolean isSecure() {
        otherLookups++;
        return secure;
    }
}
