package io.lasttab.core.html;

import static io.lasttab.core.html.Document.html;
import static io.lasttab.core.html.Document.none;
import static io.lasttab.core.html.Document.xhtml;

import java.util.List;

/** What applications send, and what other injectors have broken. */
final class Documents {

    static final List<Document> ALL = List.of(
            // the ordinary
            html(
                    "html5",
                    "<!DOCTYPE html>\n<html lang=\"en\">\n<head>{here}\n<title>a</title></head><body>b</body></html>"),
            html("lower case doctype", "<!doctype html><html><head>{here}</head></html>"),
            html("upper case", "<!DOCTYPE HTML><HTML><HEAD>{here}<TITLE>a</TITLE></HEAD></HTML>"),
            html("mixed case", "<!DocType hTmL><hTmL><hEaD>{here}</hEaD>"),
            html("no doctype", "<html><head>{here}<title>a</title>"),
            html("head only", "<head>{here}<title>a</title></head><p>b"),
            html("white space first", "\r\n\t \f<!DOCTYPE html>\r\n\r\n<html>\r\n<head>{here}\r\n"),
            html(
                    "html 4 doctype",
                    "<!DOCTYPE HTML PUBLIC \"-//W3C//DTD HTML 4.01//EN\" \"http://www.w3.org/TR/html4/strict.dtd\"><html><head>{here}"),
            html(
                    "xhtml doctype in html",
                    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.0 Strict//EN' 'x'>\n<html xmlns=\"http://www.w3.org/1999/xhtml\"><head>{here}<meta /></head></html>"),
            html("doctype without a space", "<!doctypehtml><html><head>{here}"),
            html("doctype twice", "<!doctype html><!doctype svg><html><head>{here}"),
            html("doctype ends at a quoted >", "<!doctype html PUBLIC \"a>{before}\"<head>"),
            html("empty head", "<html><head/>{here}<body>"),
            // attributes
            html("head with attributes", "<html><head lang=\"en\" dir=ltr hidden>{here}<title>"),
            html("> in double quotes", "<html><head data-x=\"a>b\">{here}<title>"),
            html("> in single quotes", "<html><head data-x='a>b'>{here}<title>"),
            html("quotes mismatch", "<html><head data-x=\"a'>b\" data-y='c\">d'>{here}<title>"),
            html("quotes in an unquoted value", "<html><head data-x=a\"b'c>{here}<title>\"'"),
            html("quotes as a name", "<html><head \"a>{here}<title>\""),
            html("value that begins with =", "<html><head a==\"b>{here}\"><title>"),
            html("= as a name", "<html><head =\"a>{here}\">"),
            html("value left out", "<html><head a=>{here}<title>"),
            html("spaces round =", "<html><head a = \n\"b>c\" d\n=\n'e>f'>{here}<title>"),
            html("slashes in tags", "<html/lang=en><head/a=\"b>c\"/>{here}<title>"),
            html("quoted values without a space", "<html><head a=\"1>\"b='2>'>{here}<title>"),
            html("newlines in tags", "<html\nlang\n=\n\"en\"\n>\n<head\r\n>{here}\n"),
            html("head in a value", "<html data-x='<head>' data-y=\"<head>\"><head>{here}"),
            html("head in an unquoted value", "<html data-x=<head>{before}<title>a</title>{late}"),
            html("many html tags", "<html><html a=b><head>{here}"),
            // comments
            html("head in a comment", "<!DOCTYPE html><!-- <head> --><html><!-- <head> --><head>{here}"),
            html("comment before everything", "<!-- © 表 ソ <html><head> --><!DOCTYPE html><head>{here}"),
            html("comment of dashes", "<!----><!-----><!-- - -- ---><html><head>{here}"),
            html("comment that ends at once", "<!--><!---><html><head>{here}-->"),
            html("comment that ends in --!>", "<!-- a --! > <head> --!><html><head>{here}-->"),
            html("comment that almost ends", "<!-- a --!- <head> -- > ->--><html><head>{here}"),
            html("comment in a comment", "<!-- <!-- <head> --><html><!--a<!--><head>{here}-->"),
            html(
                    "conditional comments",
                    "<!DOCTYPE html><!--[if IE 8]><html class=\"ie\"><head><![endif]--><!--[if gt IE 8]><!--><html><!--<![endif]--><head>{here}"),
            html("revealed conditional comment", "<!DOCTYPE html><![if !IE]><html><![endif]><head>{here}"),
            html(
                    "bogus comments",
                    "<!foo \"><?bar '></ baz></><!><!-x><!d><!doctypo><html><!DOC><![CDATA[><head>{here}]]>"),
            // without a head
            html("no head", "<!DOCTYPE html><html>\n{before}<body>{late}<p>a"),
            html("no html and no head", "<!DOCTYPE html>\n{before}<title>a<b></titles></title\n>{late}<p>b"),
            html("no html and no head, upper case", "<!DOCTYPE html>{before}<TITLE>a</TITLE>{late}"),
            html("meta first", "<!DOCTYPE html>{before}<meta charset=\"utf-8\" content='>'>{late}<title>a</title>"),
            html("link first", "<html>{before}<link rel=stylesheet href=a>{late}<p>"),
            html("style first", "<html>{before}<style>a>b{content:'</styl'}</ style><</style foo='>'>{late}<p>"),
            html("base first", "<html>{before}<base href='https://example.org/'><title>a</title>"),
            html("script first", "<!DOCTYPE html>{before}<script>var s='<head></head>'</script><head>"),
            html("noscript first", "<!DOCTYPE html>{before}<noscript><p>a</noscript>"),
            html("template first", "<!DOCTYPE html>{before}<template><p>a</template>"),
            html("textarea first", "<!DOCTYPE html>{before}<textarea><head></textarea>"),
            html("frameset", "<!DOCTYPE html><html>{before}<frameset cols='*,*'><frame></frameset></html>"),
            html("header element", "<!DOCTYPE html>{before}<header><h1>a</h1></header>"),
            html("heading", "<!DOCTYPE html><html>{before}<h1>a</h1>"),
            html("hr", "<!DOCTYPE html><html>{before}<hr><p>a"),
            html("element named like head", "<!DOCTYPE html><html>{before}<head-er>a</head-er><head>"),
            html("element that head begins", "<!DOCTYPE html><html>{before}<he>a</he><head>"),
            html("element with a strange name", "<!DOCTYPE html><html>{before}<headé><head>"),
            html("quoted head", "<!DOCTYPE html><html>{before}<div title='<head>'>"),
            html("end of head", "<!DOCTYPE html><html>{before}</head>{late}<body>a"),
            html("end of body", "<!DOCTYPE html><html>{before}</body a='>'>a"),
            html("end of html", "<!DOCTYPE html><html>{before}</html>"),
            html("end of head with attributes", "<html>{before}</head a='>'>{late}<body>a"),
            html("end of a title", "<html>{before}</title><select></title></html>"),
            html("end of something", "<html>{before}</p></head>"),
            html("frameset after an end", "<html>{before}</body><frameset></frameset>"),
            html("end of head without head", "<html>{before}</head>{late}<head>"),
            html("text first", "<!DOCTYPE html>\n{before}a<head>"),
            html("foreign text first", "<!DOCTYPE html><html>{before}表ソ<head>"),
            html("no-break space first", "<!DOCTYPE html><html>{before}&nbsp;<head>"),
            html("lonely <", "<!DOCTYPE html><html>{before}< head><head>"),
            html("lonely < and digit", "<html>{before}<3<head>"),
            html("nul first", "<!DOCTYPE html><html>{before}\0<head>"),
            html("text after a comment", "<!DOCTYPE html><!-- a --> {before}b"),
            // xhtml
            xhtml(
                    "xhtml",
                    "<?xml version='1.0'?>\n<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\"><head>{here}<title>a</title></head></html>"),
            xhtml(
                    "xhtml, > in an instruction",
                    "<?a b='>' ? ??><html xmlns='x'><?c <head>?><head>{here}<title/></head></html>"),
            xhtml("xhtml, > in a doctype", "<!DOCTYPE html PUBLIC \"a>'b\" 'c>\"d'><html><head>{here}</head></html>"),
            xhtml("xhtml, > begins a comment", "<!--><html><head>--><!--->--><html><head>{here}</head></html>"),
            xhtml("xhtml, empty head", "<html xmlns='x'><head />{here}<body/></html>"),
            xhtml("xhtml without a head", "<html xmlns='x'>\n{before}<body/></html>"),
            xhtml("xhtml, upper case head", "<html xmlns='x'>{before}<BODY><HEAD/></BODY></html>"),
            xhtml("xhtml, character data", "<html xmlns='x'>{before}<![CDATA[<head>]]></html>"),
            none("xhtml, root is closed", Skip.NO_PLACE, "<!DOCTYPE html><html/>")
                    .inXml(),
            none("xhtml, other root", Skip.NO_PLACE, "<!DOCTYPE html><title>a</title>")
                    .inXml(),
            none("xhtml, head as root", Skip.NO_PLACE, "<head><title/></head>").inXml(),
            none("xhtml, text as root", Skip.NO_PLACE, "<!DOCTYPE html> a").inXml(),
            none(
                            "xhtml, doctype with a subset",
                            Skip.NO_PLACE,
                            "<!DOCTYPE html [<!ENTITY a '<head>'>]><html><head/></html>")
                    .inXml(),
            none("xhtml, upper case html", Skip.FRAGMENT, "<HTML><head/></HTML>")
                    .inXml(),
            none("svg as xhtml", Skip.FRAGMENT, "<svg xmlns='x'><html><head/></html></svg>")
                    .inXml(),
            // no documents
            none("fragment", Skip.FRAGMENT, "<div>a</div><html><head></head></html>"),
            none("fragment after a comment", Skip.FRAGMENT, "<!-- a --><p>b"),
            none("text", Skip.FRAGMENT, "Hello <html><head>"),
            none("json", Skip.FRAGMENT, "{\"a\":\"<!DOCTYPE html><html><head>\"}"),
            none("header as a fragment", Skip.FRAGMENT, "<header>a</header>"),
            none("html-x as a fragment", Skip.FRAGMENT, "<html-x>a</html-x>"),
            none("htm as a fragment", Skip.FRAGMENT, "<htm><head>"),
            none("body as a fragment", Skip.FRAGMENT, "<body><p>a</p></body>"),
            none("end tag first", Skip.FRAGMENT, "</head><html><head>"),
            none("end of html first", Skip.FRAGMENT, "</html><html><head>"),
            none("script with a document in it", Skip.FRAGMENT, "<script>d.write('<html><head>')</script>"),
            none("svg doctype", Skip.FRAGMENT, "<!DOCTYPE svg><html><head>"),
            none("doctype named like html", Skip.FRAGMENT, "<!DOCTYPE htmlx><html><head>"),
            none("doctype without a name", Skip.FRAGMENT, "<!DOCTYPE><html><head>"),
            none("feed", Skip.FRAGMENT, "<?xml version=\"1.0\"?><rss><head></head></rss>"),
            none("lonely < first", Skip.FRAGMENT, "< html><head>"),
            none("javascript", Skip.FRAGMENT, "/* <html> */ var a = '<head>';"),
            // documents that end too early
            none("empty", null, ""),
            none("white space", null, " \n"),
            none("comment without an end", null, "<!DOCTYPE html><!-- <html><head>"),
            none("quote without an end", null, "<html><head a='><title>b</title>"),
            none("html without an end", null, "<!DOCTYPE html><html lang=en"),
            none("nothing after html", null, "<!DOCTYPE html><html>\n"));

    private Documents() {}
}
