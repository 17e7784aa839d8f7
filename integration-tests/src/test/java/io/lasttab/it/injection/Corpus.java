package io.lasttab.it.injection;

import static io.lasttab.it.injection.Expectation.CUT_SHORT;
import static io.lasttab.it.injection.Expectation.EITHER;
import static io.lasttab.it.injection.Expectation.TAGGED;
import static io.lasttab.it.injection.Expectation.UNTOUCHED;

import io.lasttab.it.server.Container;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Every path of the probe that answers in a way of its own, and what is to become of the answer. */
record Corpus(String path, Expectation expectation, Charset charset, String before) {
    private static final String HEAD = "<head>";

    /** Those whose body is made of bytes that are ASCII where it matters. */
    private static Corpus of(String path, Expectation expectation) {
        return new Corpus(path, expectation, StandardCharsets.ISO_8859_1, HEAD);
    }

    /** The tag comes right behind this. */
    private Corpus behind(String text) {
        return new Corpus(path, expectation, charset, text);
    }

    private Corpus in(Charset other) {
        return new Corpus(path, expectation, other, before);
    }

    private static List<Corpus> of(Expectation expectation, String... names) {
        return Stream.of(names).map(name -> of("inject/" + name, expectation)).toList();
    }

    static List<Corpus> on(Container container) {
        List<Corpus> all = new ArrayList<>();
        all.addAll(of(TAGGED, "writer", "stream", "big-writer", "big-stream", "bytewise", "charwise", "closed"));
        all.addAll(of(TAGGED, "length-int", "length-long", "length-header", "length-add-header"));
        all.addAll(of(TAGGED, "length-int-header", "length-add-int-header", "length-after-type"));
        all.addAll(of(TAGGED, "length-header-after-type", "length-after-part", "length-after-body"));
        all.addAll(of(TAGGED, "length-writer", "length-big", "length-big-writer"));
        all.addAll(of(TAGGED, "flush-first", "flush-in-head-tag", "flush-in-head-tag-writer"));
        all.addAll(of(TAGGED, "flush-every-byte", "flush-after-head"));
        all.addAll(of(EITHER, "flush-first-length", "flush-in-head-tag-length"));
        all.addAll(of(TAGGED, "forward", "forward-jsp", "forward-static", "include-fragment", "include-first"));
        all.addAll(of(TAGGED, "error-own-page", "error-after-part", "status-404", "reset", "reset-buffer"));
        all.addAll(of(TAGGED, "forward-then-flush"));
        all.addAll(of(container.dropsFlushAfterError() ? TAGGED : CUT_SHORT, "error-then-flush"));
        all.addAll(of(TAGGED, "async", "async-wrapped", "async-dispatch"));
        all.addAll(of(TAGGED, "nonblocking", "nonblocking-wrapped", "nonblocking-length"));
        all.add(of("inject/utf16-writer", TAGGED).in(StandardCharsets.UTF_16BE));
        all.add(of("inject/utf16-stream", TAGGED).in(StandardCharsets.UTF_16BE));
        all.add(of("inject/utf16le-stream", TAGGED).in(StandardCharsets.UTF_16LE));
        all.addAll(of(TAGGED, "etag", "weak-etag", "dated"));
        all.addAll(of(TAGGED, "shift-jis-writer", "shift-jis-stream", "no-charset", "utf8-mark"));
        all.add(of("inject/upper-case", TAGGED).behind("<HEAD>"));
        all.add(of("inject/head-attribute", TAGGED).behind("<head data-x=\"a>b\" data-y='>'>"));
        all.add(of("inject/comment", TAGGED).behind("<!doctype html><!-- <head> --><html><!-- <head> --><head>"));
        all.add(of("inject/head-in-script", TAGGED).behind("<!doctype html><html><head>"));
        all.add(of("inject/no-head", TAGGED).behind("<!DOCTYPE html>"));
        all.addAll(of(TAGGED, "no-doctype", "only-head", "space-first", "xhtml"));
        // Any place where a script runs will do, only <header> is no head.
        all.add(of("inject/header-element", TAGGED).behind(""));
        all.add(of("plain.jsp", TAGGED));
        all.add(of("small.html", TAGGED));
        all.add(of("big.html", TAGGED));
        // The container's own error pages.
        all.add(of("inject/error-default", TAGGED).behind(""));
        all.add(of("nothing-here", TAGGED).behind(""));
        all.addAll(of(UNTOUCHED, "fragment", "text-only", "empty", "json", "plain-text", "no-type", "gzipped-by-app"));
        all.addAll(of(UNTOUCHED, "no-content", "not-modified", "redirect", "iso-2022-jp", "reset-to-json"));
        all.add(of("fragment.jsp", UNTOUCHED));
        all.add(of("fragment.html", UNTOUCHED));
        all.add(of("image.png", UNTOUCHED));
        return all;
    }

    @Override
    public String toString() {
        return path;
    }
}
