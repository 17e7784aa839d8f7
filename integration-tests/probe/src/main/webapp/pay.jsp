<%@ page contentType="text/html;charset=UTF-8" session="true" %><% response.sendRedirect(request.getParameter("to")); %>
