<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:output method="text"/>
<xsl:template match="script|style|noscript|template|svg|iframe|select|textarea|head|object|video|audio|canvas|math|map|datalist"/>
<xsl:template match="p|div|section|article|main|h1|h2|h3|h4|h5|h6|li|ul|ol|table|tr|td|th|blockquote|figure|figcaption|header|footer|nav|aside|form|dl|dt|dd|pre|address|fieldset|details|summary|center|body|caption|button|label">&#xFDD0;<xsl:value-of select="name()"/>&#xFDD3;<xsl:value-of select="translate(concat(@class, ' ', @id, ' ', @itemprop, ' ', @role), '&#xFDD0;&#xFDD1;&#xFDD2;&#xFDD3;&#xFDD4;&#xFDD5;&#xFDD6;', '')"/>&#xFDD4;<xsl:apply-templates/>&#xFDD1;</xsl:template>
<xsl:template match="text()"><xsl:value-of select="translate(., '&#xFDD0;&#xFDD1;&#xFDD2;&#xFDD3;&#xFDD4;&#xFDD5;&#xFDD6;', '')"/></xsl:template>
<xsl:template match="br">&#xFDD2;</xsl:template>
<xsl:template match="a">&#xFDD5;<xsl:apply-templates/>&#xFDD6;</xsl:template>
</xsl:stylesheet>
