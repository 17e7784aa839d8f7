package io.lasttab.probe;

import java.io.IOException;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** One way of answering a request. */
interface CorpusPage {
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException;
}
